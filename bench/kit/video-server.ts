// Serves result files: /small returns a 1 MB video, every other path except / one of 50 MB.
import { createServer } from 'node:http'
import { video } from './video'

const VIDEO_BYTES = 50_000_000
const [small, large] = [video(1_000_000), video(VIDEO_BYTES)]

createServer(({ url }, response) => response.end(url === '/' ? '' : url === '/small' ? small : large)).listen(
  Number(process.env.PORT),
  '127.0.0.1',
)
