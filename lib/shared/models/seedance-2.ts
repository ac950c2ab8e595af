import { defineModel } from './define'
import { IMAGE } from './image'
import { choice, flag, integer, numeral } from './parameter'
import { PIXELS, RATIOS } from './pixels'

/**
 * What POST /v1/video/seedancev2 accepts. Source: TensorsLab's OpenAPI document; the bounds of `seed` and `fps` come from
 * the documentation of the underlying model.
 */
export const seedance2 = defineModel({
  id: 'seedance-2',
  label: 'SeeDance 2.0',
  path: '/v1/video/seedancev2',
  parameters: {
    ratio: choice(RATIOS, { default: '9:16' }),
    duration: choice(['5', '10', '15'], { default: '5', unit: 's' }),
    resolution: choice(['480p', '720p'], { default: '720p' }),
    seed: integer({ min: -1, max: 4_294_967_295 }),
    fps: numeral({ min: 1, max: 120, default: '24' }), // the model always makes 24
    generate_audio: flag(),
    return_last_frame: flag(),
    websearch: flag(),
    execution_expires_after: integer({ min: 3_600, max: 259_200, unit: 's' }),
  },
  pixels: PIXELS,
  images: 2,
  image: IMAGE,
  realPeople: false,
})
