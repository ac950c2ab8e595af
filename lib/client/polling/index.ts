export { backoff } from './create-poller'
export { usePolling } from './use-polling'
