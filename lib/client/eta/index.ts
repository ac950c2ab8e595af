export { useWaiting, WaitingProvider } from './eta-provider'
export { useWaitingTimes } from './use-eta-times'
