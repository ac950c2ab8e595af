/**
 * The colour behind transparent pixels, sRGB. A video has no transparency, and what a model would show instead is unknown: so every
 * image is laid on this colour when it is taken in, and the form shows it on the same.
 */
export const BACKDROP = '#ffffff'
