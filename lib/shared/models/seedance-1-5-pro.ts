import { defineModel } from './define'
import { IMAGE } from './image'
import { choice, integer, numeral } from './parameter'
import { PIXELS, RATIOS } from './pixels'

/**
 * What POST /v1/video/seedancev15pro accepts, as seen in working clients: it is undocumented. Any whole number of seconds
 * from 5 to 10; no sound, no last frame, no web search; photos of people are accepted. The size of its 1080p videos is
 * documented nowhere, so it is missing here; 480p and 720p are assumed to match SeeDance 2.0.
 */
export const seedance15Pro = defineModel({
  id: 'seedance-1.5-pro',
  label: 'SeeDance 1.5 Pro',
  path: '/v1/video/seedancev15pro',
  parameters: {
    ratio: choice(RATIOS, { default: '9:16' }),
    duration: choice(['5', '6', '7', '8', '9', '10'], { default: '5', unit: 's' }),
    resolution: choice(['480p', '720p', '1080p'], { default: '720p' }),
    seed: integer({ min: -1, max: 4_294_967_295 }),
    fps: numeral({ min: 1, max: 120, default: '24' }),
    execution_expires_after: integer({ min: 3_600, max: 259_200, unit: 's' }),
  },
  pixels: PIXELS,
  images: 2,
  image: IMAGE,
  realPeople: true,
})
