export { PromptHints } from './prompt-hints'
export { PromptTools, type Tool } from './prompt-tools'
export { useDismiss } from './use-dismiss'
