import type { Settings } from './models'

/** Characters of a preset's name, and presets of one person. */
export const PRESETS = { nameLength: 80, max: 200 } as const

/** A saved prompt with settings: without seed and images, which belong to one video. */
export type Preset = {
  id: string
  name: string
  model: string
  prompt: string
  /** null when they can't be read. */
  settings: Settings | null
  /** Whether the team has it as well. */
  shared: boolean
  /** Who shares it; null for one's own. */
  by: string | null
  /** Whether the reader may delete it. */
  manageable: boolean
  createdAt: string
}

const BLANK = /[{｛]\s*([\p{L}\p{N}](?:[\p{L}\p{M}\p{N} _-]{0,38}[\p{L}\p{M}\p{N}])?)\s*[}｝]/gu

/** The names of the blanks in a prompt, such as `product` for `{product}`: each once, in order. */
export const blanksIn = (prompt: string): string[] => [
  ...new Set([...prompt.matchAll(BLANK)].map(([, name = '']) => name)),
]

/** The prompt with its blanks filled in. One without a value stays, so that it can be seen. */
export const fillBlanks = (prompt: string, values: ReadonlyMap<string, string>): string =>
  prompt.replace(BLANK, (blank, name: string) => values.get(name)?.trim() || blank)
