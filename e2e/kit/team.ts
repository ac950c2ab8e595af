import { freePort, type Running, startStudio } from './servers'

/** The password of every test user. */
export const PASSWORD = 'four words in a row'

/** Starts a studio with sign-in, before setup. */
export async function startTeam(
  env: Record<string, string>,
  build?: Parameters<typeof startStudio>[2],
): Promise<Running> {
  const PORT = env.PORT ?? `${await freePort()}`
  const AUTH_SECRET = 'a secret that is only for the tests of this studio'
  const PUBLIC_URL = `http://127.0.0.1:${PORT}`
  return startStudio({ PUBLIC_URL, ...env, PORT, AUTH_SECRET }, undefined, build)
}

/** The setup code from the server's startup log. */
export const setupCode = ({ log }: Pick<Running, 'log'>): string =>
  /enter this setup code: (\S+)/.exec(log())?.[1] ?? ''
