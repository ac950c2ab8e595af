export { useLateWords, useWords, WordsProvider } from './provider'
