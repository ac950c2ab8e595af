import { freePort, type Running, startStudio } from './servers'

/** The password of every test user. */
export const PASSWORD = 'four words in a row'

/** Starts a studio with sign-in, before setup, at the host name `name`. */
export async function startTeam(env: Record<string, string>, name = '127.0.0.1'): Promise<Running> {
  const PORT = `${await freePort()}`
  const AUTH_SECRET = 'a secret that is only for the tests of this studio'
  return startStudio({ ...env, PORT, AUTH_SECRET, PUBLIC_URL: `http://${name}:${PORT}` })
}

/** The setup code from the server's startup log. */
export const setupCode = ({ log }: Pick<Running, 'log'>): string =>
  /enter this setup code: (\S+)/.exec(log())?.[1] ?? ''
