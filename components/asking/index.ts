export { AskRemoval } from './ask-removal'
export { AskSendAgain } from './ask-send-again'
export { Confirm } from './confirm'
