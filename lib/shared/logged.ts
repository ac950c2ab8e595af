/**
 * Under this name an error of ours carries what the log may say of it: words and numbers that we chose. A symbol,
 * because nothing that was sent to us can carry one.
 */
export const LOGGED = Symbol.for('promptreel.logged')

/** What the log says of an error: no words of a person or of a stranger. */
export type Logged = Readonly<Record<string, string | number | boolean | null | undefined>>
