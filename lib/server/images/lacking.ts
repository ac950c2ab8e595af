/** Thrown while an image is mended: pixels are lacking, or what is there can't be told from damage. */
export class Lacking extends Error {}
