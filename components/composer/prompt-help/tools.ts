/** The tools below the prompt. */
export const TOOLS = ['camera', 'light', 'sound', 'more'] as const
export type Tool = (typeof TOOLS)[number]
