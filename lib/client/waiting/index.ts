export { useWaiting, WaitingProvider } from './provider'
export { useWaitingTimes } from './use-waiting-times'
