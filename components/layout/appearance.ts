export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** A choice of the reader; what is none counts as no choice. */
export const parseTheme = (choice: string | undefined): Theme =>
  THEMES.find((theme) => theme === choice) ?? 'system'
