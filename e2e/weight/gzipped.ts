import { gzipSync } from 'node:zlib'

/** Transfer size in bytes at gzip level 9, independent of what a proxy would do. */
export const gzipped = (file: Uint8Array): number => gzipSync(file, { level: 9 }).byteLength
