export { parseTheme, type Theme } from './appearance'
export { NoPage, PageCrash } from './dead-ends'
export type { Provider } from './provider-pill'
export { Studio } from './studio'
