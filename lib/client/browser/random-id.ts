/**
 * An unguessable id. `crypto.randomUUID` is missing without a secure context, such as plain http in a home network.
 */
export function randomId(): string {
  if (window.isSecureContext) return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
