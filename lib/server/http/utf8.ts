/**
 * Decodes text, without a byte order mark. Strict, because a decoder that replaces what it can't read would turn a text into
 * another one, which is then paid for.
 * @param declared the charset that the sender named, if any: it must read the bytes in the same way
 * @returns undefined when the bytes are not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array, declared = 'utf-8'): string | undefined {
  const text = decode(bytes, 'utf-8')
  return isUtf8(declared) || decode(bytes, declared) === text ? text : undefined
}

const isUtf8 = (charset: string): boolean => /^utf-?8$/i.test(charset)

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined // not in this charset, or not a charset
  }
}
