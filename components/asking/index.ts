export { AskRemoval } from './ask-removal'
export { AskSendAgain } from './ask-send-again'
