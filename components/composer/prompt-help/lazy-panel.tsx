import { late } from '@/components/layout/lazy'

/** What there is to insert, fetched when it is opened for the first time. */
export const LatePanel = late(async () => (await import('./prompt-panel')).PromptPanel)
