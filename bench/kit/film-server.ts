// Where results lie: every address but / gives the same film of 50 MB.
import { createServer } from 'node:http'
import { film } from './film'

const FILM_BYTES = 50_000_000
const whole = film(FILM_BYTES)

createServer((request, response) => response.end(request.url === '/' ? '' : whole)).listen(
  Number(process.env.PORT),
  '127.0.0.1',
)
