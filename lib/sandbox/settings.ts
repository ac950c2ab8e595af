import * as z from 'zod'

const milliseconds = z
  .int()
  .min(0)
  .max(7 * 86_400_000)

/** The provider's plans allow 2, 4 or 8. */
const tasksAtOnce = z.int().min(1).max(64)
const creates = z.int().min(0).max(1_000_000)

/** Timings, the account's limits, and behaviour that the contract leaves open. docs/sandbox.md explains each value. */
export const settingsSchema = z.strictObject({
  pendingMs: milliseconds,
  processingMs: milliseconds,
  uploadingMs: milliseconds,
  resultLifetimeMs: milliseconds,
  renewResults: z.enum(['never', 'when-expired', 'each-poll']),
  authorization: z.enum(['bearer', 'raw', 'both']),
  pendingUrl: z.enum(['empty', 'null', 'absent']),
  lastFrame: z.enum(['second', 'first', 'absent']),
  resultExtensions: z.boolean(),
  parallelTasks: tasksAtOnce.nullable(),
  beyondLimit: z.enum(['http_429', 'worded', 'waits']),
  credits: creates.nullable(),
})
export type Settings = z.output<typeof settingsSchema>

/** Six seconds from pending to completed, no limits; otherwise what the contract's notes consider most likely. */
export const DEFAULTS: Settings = {
  pendingMs: 1_000,
  processingMs: 4_000,
  uploadingMs: 1_000,
  resultLifetimeMs: 86_400_000,
  renewResults: 'never',
  authorization: 'bearer',
  pendingUrl: 'empty',
  lastFrame: 'second',
  resultExtensions: true,
  parallelTasks: null,
  beyondLimit: 'http_429',
  credits: null,
}
