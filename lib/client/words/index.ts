export { fetchWords, useLateWords, useWords, WordsProvider } from './provider'
