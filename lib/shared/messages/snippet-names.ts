/** The parts of a prompt, in the order that suits this model. Source: the model's documentation. */
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

/**
 * `name`: the button's label. `text`: the sentence written into the prompt; what is in brackets is to be filled in. `about`:
 * what a term of the trade means, in two or three words.
 */
export type Snippet = { name: string; text: string; about?: string }

/** The snippets of one language: each part with its title and a piece of advice. */
export type SnippetNames = Record<Part, { title: string; advice: string; snippets: Record<string, Snippet> }>
