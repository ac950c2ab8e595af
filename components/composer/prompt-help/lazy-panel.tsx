import { lazy } from '@/components/layout/lazy'

/** The snippet panel, loaded when first opened. */
export const LazyPanel = lazy(async () => (await import('./prompt-panel')).PromptPanel)
