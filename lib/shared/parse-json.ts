/** Parses JSON; undefined when the text is invalid. JSON has no undefined, so this is never mistaken for a value. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
