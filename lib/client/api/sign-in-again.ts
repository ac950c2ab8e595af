/**
 * Prompts the user to sign in again and resolves to whether they did. Loaded on demand, because it is rarely needed.
 */
export async function signInAgain(): Promise<boolean> {
  return (await import('@/lib/client/sign-in-again')).signInAgain()
}
