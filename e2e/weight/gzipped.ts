import { gzipSync } from 'node:zlib'

/** The weight of a file on the line, in bytes, whatever a server in between would make of it. */
export const gzipped = (file: Uint8Array): number => gzipSync(file, { level: 9 }).byteLength
