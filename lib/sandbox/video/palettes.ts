/** sRGB, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

const colour = (hex: string): Colour => {
  const number = Number.parseInt(hex, 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

/** From the darkest shade to the lightest. Dark grounds keep the caption readable. */
export const PALETTES = [
  ['0b1026', '1c2f6b', '5a3fb0', 'e0607e', 'ffc58a'], // dusk over water
  ['04151f', '0b3c49', '137c8b', '5fd3bc', 'f2f7c9'], // lagoon
  ['160b1e', '4b1248', '9b2c5e', 'f0803c', 'ffd27d'], // embers
  ['07120d', '12402b', '2f7d4f', 'a3c95f', 'fbeeb0'], // moss in the sun
  ['0a0f1f', '12355b', '3c6e9f', '9fc7dd', 'f6e8d5'], // winter morning
  ['140f24', '33286b', '6f5bd0', '6fc3e8', 'e8f4ff'], // northern light
  ['1a0d0c', '5c2018', 'b04a33', 'e0a26b', 'f7e3c6'], // terracotta
  ['0d0b1a', '2b1a55', '8a2f9b', 'ef5da8', 'ffd9e6'], // orchid
].map((palette) => palette.map(colour))
