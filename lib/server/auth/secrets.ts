import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as URL-safe text. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

/**
 * Hash under which a random secret is stored. 256 bits can't be guessed, so no slow hash is needed; and as nobody can choose a hash,
 * looking it up leaks nothing through timing.
 */
export const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex')
