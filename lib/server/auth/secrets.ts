import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as text for an address or a header. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

/**
 * The form in which a random secret is kept. It cannot be guessed, so it needs no slow hash; and since nobody can
 * choose its hash, looking it up by that tells nothing by its time.
 */
export const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex')
