import type { ImageBounds } from './image'
import type { Parameter } from './parameter'
import type { Pixels } from './pixels'

/** What is known of an endpoint of the provider. */
export type Model = {
  id: string
  /** A name, the same in every language. */
  label: string
  /** Where a task is created, from the provider's base address. */
  path: string
  /** By the provider's own names, in the order in which they are told. */
  parameters: Readonly<Record<string, Parameter>>
  /** Size of the video by ratio and resolution; a pair that is not there is not known. */
  pixels: Pixels
  /** How many images it takes: the first is the first frame, a second the last. */
  images: 1 | 2
  /** What it takes of an image. */
  image: ImageBounds
  /** Whether photos of real people are taken. */
  realPeople: boolean
}

/** An entry of the table, with the types of its parameters kept. */
export const defineModel = <const Id extends string, const Parameters extends Record<string, Parameter>>(
  model: Omit<Model, 'id' | 'parameters'> & { id: Id; parameters: Parameters },
) => model
