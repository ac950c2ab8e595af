import { createRequire } from 'node:module'

/** Loaded with require: sharp's ES module uses syntax that Node before 20.10 can't parse. */
const sharp: typeof import('sharp').default = createRequire(import.meta.url)('sharp')
export default sharp
