/** An id nobody can guess. `crypto.randomUUID` is missing where there is no secure context: http in a home network. */
export function randomId(): string {
  if (window.isSecureContext) return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
