/** What a prompt consists of, in the order that suits this model. Source: the model's documentation. */
export const PARTS = [
  'subject',
  'action',
  'scene',
  'light',
  'camera',
  'style',
  'sound',
  'constraints',
] as const
export type Part = (typeof PARTS)[number]

/** `name`: as a button says it. `text`: as it stands in a prompt, a sentence of its own. */
export type Snippet = { name: string; text: string }

/** What there is to insert in a language, each part under its title and with a word of advice. */
export type SnippetNames = Record<Part, { title: string; advice: string; snippets: Record<string, Snippet> }>
