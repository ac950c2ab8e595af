/**
 * What became of a video's credits. `reserved`: it may still be billed. `spent`: the provider finished it, so by the entered price it
 * was billed. `released`: surely nothing was created. `unknown`: nobody here can tell.
 */
export const COST_STATES = ['reserved', 'spent', 'released', 'unknown'] as const
export type CostState = (typeof COST_STATES)[number]

/** What a generation costs by the price of its moment. */
export type Cost = { credits: number; state: CostState }
