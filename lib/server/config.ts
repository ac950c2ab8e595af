import { resolve } from 'node:path'
import * as z from 'zod'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** Whether a host name, without port or brackets, can only mean this machine. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host)

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))

/** What each variable must be, in the words that a wrong one is answered with. Defaults: .env.example. */
const VARIABLES = {
  TENSORSLAB_API_KEY: {
    schema: z
      .string()
      .trim()
      .min(1)
      .regex(/^[\x21-\x7e]+$/),
    must: 'must hold your TensorsLab API key, for example TENSORSLAB_API_KEY=sk-0123456789abcdef',
  },
  TENSORSLAB_BASE_URL: {
    schema: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ''))
      .default('https://api.tensorslab.com'),
    must: 'must be the http or https address of the provider, for example https://api.tensorslab.com',
  },
  DATA_DIR: {
    schema: z
      .string()
      .min(1)
      .default('./data')
      .transform((path) => resolve(/* turbopackIgnore: true */ path)),
    must: 'must be a folder that the studio may write to, for example ./data',
  },
  HOST: {
    schema: z.string().default('127.0.0.1').refine(isLoopback),
    must: 'must be a loopback address such as 127.0.0.1: without sign-in the studio answers this machine only',
  },
  PORT: { schema: whole(1, 65_535).default(3_000), must: 'must be a port from 1 to 65535, for example 3000' },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    must: 'must be one of fatal, error, warn, info, debug, trace, silent, for example info',
  },
} as const

const schema = z.object({
  TENSORSLAB_API_KEY: VARIABLES.TENSORSLAB_API_KEY.schema,
  TENSORSLAB_BASE_URL: VARIABLES.TENSORSLAB_BASE_URL.schema,
  DATA_DIR: VARIABLES.DATA_DIR.schema,
  HOST: VARIABLES.HOST.schema,
  PORT: VARIABLES.PORT.schema,
  LOG_LEVEL: VARIABLES.LOG_LEVEL.schema,
})

export type Config = Readonly<z.output<typeof schema>>

/** A wrong or missing variable. The message names each, what is wrong and an example, and never the value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads the environment. Empty variables count as absent, so that `PORT=` in a file means the default.
 * @throws ConfigError naming every wrong variable.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = schema.safeParse(present)
  if (result.success) return result.data
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0]))
  const lines = Object.entries(VARIABLES)
    .filter(([name]) => wrong.has(name))
    .map(([name, { must }]) => `${name} ${present[name] === undefined ? 'is missing: it ' : ''}${must}.`)
  throw new ConfigError(lines.join('\n'))
}

let current: Config | undefined

/** The environment of this process, read once. */
export function config(): Config {
  current ??= readConfig(process.env)
  return current
}
