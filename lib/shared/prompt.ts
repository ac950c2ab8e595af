export const PROMPT_LIMIT = 8192 // Unicode code points, as JSON Schema counts maxLength; every model of the provider

/** A line break counts once, however a browser or a form encoding wrote it; NUL, which no one can see, not at all. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '')

/** Length as the contract counts it: in code points, so that an emoji is one. */
export const promptLength = (prompt: string): number => {
  let length = 0
  for (const _ of plainText(prompt)) length++
  return length
}
