/**
 * Property under which our own errors carry what may be logged about them: words and numbers that we chose. It is a
 * symbol because no data sent to us can contain one.
 */
export const LOGGED = Symbol.for('promptreel.logged')

/** What is logged about an error: never text from a user or from another server. */
export type Logged = Readonly<Record<string, string | number | boolean | null | undefined>>
