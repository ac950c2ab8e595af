import * as z from 'zod'

const milliseconds = z
  .int()
  .min(0)
  .max(7 * 86_400_000)

/** Timings, and behaviour that the contract leaves open. docs/sandbox.md explains each value. */
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
})
export type Settings = z.output<typeof settingsSchema>

/** Six seconds from pending to completed; otherwise what the contract's notes consider most likely. */
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
}
