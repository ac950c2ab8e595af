import { freePort, type Running, startStudio } from './servers'

/** The password of every test user. */
export const PASSWORD = 'four words in a row'

type Options = { name?: string; build?: Parameters<typeof startStudio>[2] }

/** Starts a studio with sign-in, before setup, at the host name `name`. */
export async function startTeam(
  env: Record<string, string>,
  { name = '127.0.0.1', build }: Options = {},
): Promise<Running> {
  const PORT = env.PORT ?? `${await freePort()}`
  const AUTH_SECRET = 'a secret that is only for the tests of this studio'
  const PUBLIC_URL = `http://${name}:${PORT}`
  return startStudio({ PUBLIC_URL, ...env, PORT, AUTH_SECRET }, undefined, build)
}

/** The setup code from the server's startup log. */
export const setupCode = ({ log }: Pick<Running, 'log'>): string =>
  /enter this setup code: (\S+)/.exec(log())?.[1] ?? ''
