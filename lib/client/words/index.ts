export { useWords, WordsProvider } from './provider'
