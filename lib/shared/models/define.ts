import type { ImageBounds } from './image'
import type { Parameter } from './parameter'
import type { Pixels } from './pixels'

/** One of the provider's endpoints and what it accepts. */
export type Model = {
  id: string
  /** Display name, the same in every language. */
  label: string
  /** Path that creates a task, relative to the provider's base URL. */
  path: string
  /** By the provider's names, in display order. */
  parameters: Readonly<Record<string, Parameter>>
  /** Size of the video by ratio and resolution; a pair that is missing is undocumented. */
  pixels: Pixels
  /** Number of images it accepts: the first is the first frame, a second one the last. */
  images: 1 | 2
  /** Bounds of each image. */
  image: ImageBounds
  /** Whether it accepts photos of real people. */
  realPeople: boolean
}

/** Defines an entry of the model table and keeps the exact types of its parameters. */
export const defineModel = <const Id extends string, const Parameters extends Record<string, Parameter>>(
  model: Omit<Model, 'id' | 'parameters'> & { id: Id; parameters: Parameters },
) => model
