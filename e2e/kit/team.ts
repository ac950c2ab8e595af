import { freePort, type Running, startStudio } from './servers'

/** Everybody's, in a team of the tests. */
export const PASSWORD = 'four words in a row'

/** A studio where people sign in; nobody owns it yet. */
export async function startTeam(env: Record<string, string>): Promise<Running> {
  const PORT = `${await freePort()}`
  const AUTH_SECRET = 'a secret that is only for the tests of this studio'
  return startStudio({ ...env, PORT, AUTH_SECRET, PUBLIC_URL: `http://127.0.0.1:${PORT}` })
}

/** The code that the server wrote when it was started. */
export const setupCode = ({ log }: Pick<Running, 'log'>): string =>
  /enter this setup code: (\S+)/.exec(log())?.[1] ?? ''
