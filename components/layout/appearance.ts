export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Reads a stored theme; anything unknown counts as `system`. */
export const parseTheme = (choice: string | undefined): Theme =>
  THEMES.find((theme) => theme === choice) ?? 'system'
