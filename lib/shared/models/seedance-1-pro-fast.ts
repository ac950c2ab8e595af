import { defineModel } from './define'
import { seedance15Pro } from './seedance-1-5-pro'

/** POST /v1/video/seedancev1profast: like SeeDance 1.5 Pro, but with a first frame only. Source: working clients. */
export const seedance1ProFast = defineModel({
  ...seedance15Pro,
  id: 'seedance-1-pro-fast',
  label: 'SeeDance 1 Pro Fast',
  path: '/v1/video/seedancev1profast',
  images: 1,
})
