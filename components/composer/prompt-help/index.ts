export { PromptHints } from './prompt-hints'
export { LazyPanel, PromptTools } from './prompt-tools'
export type { Tool } from './tools'
export { useEscape } from './use-escape'
