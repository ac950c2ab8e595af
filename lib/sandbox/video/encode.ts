import { FPS, framesOf, type Order } from './order'

/** A low chord that swells and fades, quiet enough for an open-plan office. */
const chord = (seconds: number): string => {
  const voices = [110, 164.81, 220].map(
    (hertz, n) => `sin(2*PI*${hertz}*t)*(0.6+0.4*sin(${0.5 + n * 0.3}*t))`,
  )
  return `aevalsrc=exprs='0.02*min(1\\,min(t\\,${seconds}-t))*(${voices.join('+')})':s=44100:d=${seconds}`
}

/** ffmpeg's sound input, which must come after all others. */
export const soundInput = (order: Order): string[] =>
  order.sound ? ['-f', 'lavfi', '-i', chord(framesOf(order) / FPS)] : []

/** Encoder arguments for every video, as the model's documentation describes its results. */
export function encoding(order: Order, preset: 'ultrafast' | 'veryfast', path: string): string[] {
  const colours = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709']
  const video = ['-c:v', 'libx264', '-preset', preset, '-crf', '22', '-pix_fmt', 'yuv420p', ...colours]
  const sound = order.sound ? ['-c:a', 'aac', '-b:a', '64k', '-ac', '1'] : ['-an']
  const length = ['-r', `${FPS}`, '-frames:v', `${framesOf(order)}`]
  return [...video, ...sound, ...length, '-map_metadata', '-1', '-movflags', '+faststart', path]
}

/** Sets the colour matrix explicitly: otherwise players guess it from the video's size. */
export const TO_VIDEO = 'scale=out_color_matrix=bt709,format=yuv420p'
