/** Reads a text as JSON; undefined when it is none. JSON has no undefined, so that and what has another shape are told apart. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // whoever asked checks the shape, and finds nothing of it
  }
}
