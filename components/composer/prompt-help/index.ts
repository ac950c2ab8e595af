export { PromptHints } from './prompt-hints'
export { LazyPanel, PromptTools, type Tool } from './prompt-tools'
export { useEscape } from './use-escape'
