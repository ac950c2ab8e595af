import { createRequire } from 'node:module'

/** Required, not imported: as an ES module it uses syntax that Node before 20.10 cannot read. */
const sharp: typeof import('sharp').default = createRequire(import.meta.url)('sharp')
export default sharp
