import { FPS, framesOf, type Order } from './order'

const REACH = 0.09 // share of the image by which the camera moves in

/** An eased zoom in or out with subpixel precision: `perspective` doesn't jump as `crop` does. */
function camera(order: Order, way: 'in' | 'out'): string {
  const eased = `(1-cos(PI*clip((on-1)/${framesOf(order) - 1}\\,0\\,1)))/2`
  const travelled = `${REACH}*${way === 'in' ? eased : `(1-${eased})`}`
  const side = 0.35 + 0.3 * ((order.seed % 7) / 6)
  const [left, right] = [`W*${side}*${travelled}`, `W-W*${1 - side}*${travelled}`]
  const [top, bottom] = [`H*0.4*${travelled}`, `H-H*0.6*${travelled}`]
  const corners = [left, top, right, top, left, bottom, right, bottom]
  const positions = corners.map((corner, n) => `${n % 2 ? 'y' : 'x'}${n >> 1}='${corner}'`)
  return `perspective=${positions.join(':')}:eval=frame:interpolation=linear`
}

const frozen = (input: number, format: string): string =>
  `[${input}]scale=out_color_matrix=bt709,format=${format},loop=loop=-1:size=1,setpts=N/${FPS}/TB`

/** Moves slowly over the first image and fades to the second, if there is one. The output is [scene]. */
export function movingPhotos(order: Order): string {
  if (order.images.length < 2) return `${frozen(0, 'yuv420p')},${camera(order, 'in')}[scene]`
  const [start, length] = [framesOf(order) * 0.3, framesOf(order) * 0.4].map(Math.round)
  const appear = `fade=t=in:start_frame=${start}:nb_frames=${length}:alpha=1`
  return [
    `${frozen(0, 'yuv420p')},${camera(order, 'in')}[first]`,
    `${frozen(1, 'yuva420p')},${camera(order, 'out')},${appear}[second]`,
    '[first][second]overlay=format=yuv420[scene]',
  ].join(';')
}
