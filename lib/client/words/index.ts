export { en } from './en'
export { useWords, WordsProvider } from './provider'
export { zh } from './zh'
