import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { caption } from './caption'
import { colourField } from './colour'
import { encoding, soundInput, TO_VIDEO } from './encode'
import { ffmpeg } from './ffmpeg'
import { images } from './images'
import { movingPhotos } from './motion'
import { FPS, framesOf, type Order, type RenderedVideo, sizeOf } from './order'

/** Renders an order into a folder. Takes about 1 s for 5 s at 480p on two cores. */
export async function render(order: Order, folder: string, signal: AbortSignal): Promise<RenderedVideo> {
  const { width, height } = sizeOf(order)
  const photos = await images(order, folder, signal)
  const field = photos.length === 0 ? colourField(width, height, framesOf(order), moodOf(order)) : null
  const drawing = field
    ? `[0]scale=${width}:${height}:flags=bicubic:out_color_matrix=bt709,format=yuv420p,noise=alls=5:allf=t[scene]`
    : movingPhotos(order)
  const raw = field && ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${field.width}x${field.height}`]
  const inputs = raw ? [[...raw, '-r', `${FPS}`, '-i', 'pipe:0']] : photos.map((path) => ['-i', path])

  const band = await caption(order.prompt, settingsLine(order), width, height)
  const bandPath = join(folder, 'caption.png')
  if (band) await writeFile(bandPath, band)
  if (band) inputs.push(['-i', bandPath])
  const finish = band
    ? `[scene][${inputs.length - 1}]overlay=0:main_h-overlay_h:format=yuv420[video]`
    : '[scene]null[video]'

  const sound = order.sound ? ['-map', `${inputs.length}:a`] : []
  const video = join(folder, 'video.mp4')
  const graph = ['-filter_complex', `${drawing};${finish}`, '-map', '[video]', ...sound]
  const args = [...inputs.flat(), ...soundInput(order), ...graph, ...encoding(order, 'veryfast', video)]
  await ffmpeg(args, signal, field?.frames)
  return { video, lastFrame: order.lastFrame ? await lastFrameOf(video, folder, signal) : null }
}

/** Renders a valid video of one colour, at a twentieth of the cost. */
export async function renderTiny(order: Order, folder: string, signal: AbortSignal): Promise<RenderedVideo> {
  const { width, height } = sizeOf(order)
  const colour = ['-f', 'lavfi', '-i', `color=c=0x3a4a6b:s=${width}x${height}:r=${FPS}`]
  const video = join(folder, 'video.mp4')
  const args = [...colour, ...soundInput(order), '-vf', TO_VIDEO, ...encoding(order, 'ultrafast', video)]
  await ffmpeg(args, signal)
  return { video, lastFrame: order.lastFrame ? await lastFrameOf(video, folder, signal) : null }
}

/** Decodes only the video's end; each frame overwrites the previous one, so that the last remains. */
async function lastFrameOf(video: string, folder: string, signal: AbortSignal): Promise<string> {
  const path = join(folder, 'last-frame.png')
  await ffmpeg(['-sseof', '-0.3', '-i', video, '-an', '-update', '1', path], signal)
  return path
}

/** Different prompts get different colours, even with the same seed. */
const moodOf = ({ prompt, seed }: Order): number =>
  createHash('sha256').update(`${seed} ${prompt}`).digest().readUInt32LE()

const settingsLine = (order: Order): string =>
  [
    order.ratio,
    order.resolution,
    `${order.duration} s`,
    ...(order.sound ? ['sound'] : []),
    `seed ${order.seed}`,
  ].join('  ·  ')
