// Where results lie: /small gives a film of 1 MB, every other address but / one of 50 MB.
import { createServer } from 'node:http'
import { film } from './video'

const FILM_BYTES = 50_000_000
const [small, large] = [film(1_000_000), film(FILM_BYTES)]

createServer(({ url }, response) => response.end(url === '/' ? '' : url === '/small' ? small : large)).listen(
  Number(process.env.PORT),
  '127.0.0.1',
)
