/** Who has signed in to the page, where people sign in. `provider`: what the company's own sign-in is called. */
export type Member = { id: string; name: string; email: string; provider: string | null }
