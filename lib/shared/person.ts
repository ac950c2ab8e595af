/** Who asks. Without sign-in there is one, and all belongs to them. */
export type Person = { id: string }
