/** Asks the person to sign in again; whether they did. What asks is fetched when it is needed: most never need it. */
export async function signInAgain(): Promise<boolean> {
  return (await import('@/lib/client/sign-in-again')).signInAgain()
}
