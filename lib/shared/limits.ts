/** The quota of one user. `imageMbPerDay` counts uploads in megabytes; a day is the last 24 hours. */
export const LIMITS = ['perMinute', 'atOnce', 'perDay', 'imageMbPerDay'] as const
export type LimitName = (typeof LIMITS)[number]

/** null means no limit. */
export type Limits = Readonly<Record<LimitName, number | null>>

export const UNLIMITED: Limits = { perMinute: null, atOnce: null, perDay: null, imageMbPerDay: null }
