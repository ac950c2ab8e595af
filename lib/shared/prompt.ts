export const PROMPT_LIMIT = 8192 // Unicode code points, as JSON Schema counts maxLength; the same for every model

/** Normalizes line breaks to \n, however a browser or a form encoding wrote them, and drops NUL, which nobody can see. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '')

/** Length as the provider's contract counts it: in code points, so that an emoji is one. */
export const promptLength = (prompt: string): number => {
  let length = 0
  for (const _ of plainText(prompt)) length++
  return length
}
