import { lazy } from '@/components/layout/lazy'

/** What there is to insert, fetched when it is opened for the first time. */
export const LazyPanel = lazy(async () => (await import('./prompt-panel')).PromptPanel)
