// In JavaScript, so that Node can read it by itself: `npm start` checks the environment before it loads anything else.
import { resolve } from 'node:path'
import * as z from 'zod'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/**
 * Whether a host name, without port or brackets, can only mean this machine.
 * @param {string} host
 */
export const isLoopback = (host) => LOOPBACK.test(host)

/** @param {number} min @param {number} max */
const whole = (min, max) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))

const schema = z.object({
  TENSORSLAB_API_KEY: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/),
  TENSORSLAB_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://api.tensorslab.com'),
  TENSORSLAB_RESULT_HOSTS: z.string().default('*.tensorslab.com,tslvideo.s3.us-west-2.amazonaws.com'),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((path) => resolve(/* turbopackIgnore: true */ path)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  POLL_INTERVAL_MS: whole(100, 600_000).default(10_000),
  HOST: z.string().default('127.0.0.1').refine(isLoopback),
  PORT: whole(1, 65_535).default(3_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/**
 * The words that a wrong or missing value is answered with.
 * @type {Record<keyof z.output<typeof schema>, string>}
 */
const MUST = {
  TENSORSLAB_API_KEY: 'must hold your TensorsLab API key, for example TENSORSLAB_API_KEY=sk-0123456789abcdef',
  TENSORSLAB_BASE_URL:
    'must be the http or https address of the provider, for example https://api.tensorslab.com',
  TENSORSLAB_RESULT_HOSTS:
    'must be host names divided by commas, for example *.tensorslab.com,files.example.com,127.0.0.1:4010',
  DATA_DIR: 'must be a folder that the studio may write to, for example ./data',
  DATABASE_URL:
    'must be the address of a PostgreSQL database, for example postgres://name:password@localhost:5432/promptreel',
  POLL_INTERVAL_MS: 'must be milliseconds from 100 to 600000, for example 10000',
  HOST: 'must be a loopback address such as 127.0.0.1: without sign-in the studio answers this machine only',
  PORT: 'must be a port from 1 to 65535, for example 3000',
  LOG_LEVEL: 'must be one of fatal, error, warn, info, debug, trace, silent, for example info',
}

/** @typedef {Readonly<z.output<typeof schema>>} Config */

/** A wrong or missing variable. The message names each, what is wrong and an example, and never the value. */
export class ConfigError extends Error {
  /** @override */
  name = 'ConfigError'
}

/**
 * Reads the environment. Empty variables count as absent, so that `PORT=` in a file means the default.
 * @param {Record<string, string | undefined>} env
 * @returns {Config}
 * @throws ConfigError naming every wrong variable.
 */
export function readConfig(env) {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = schema.safeParse(present)
  if (result.success) return result.data
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0]))
  const lines = Object.entries(MUST)
    .filter(([name]) => wrong.has(name))
    .map(([name, must]) => `${name} ${present[name] === undefined ? 'is missing: it ' : ''}${must}.`)
  throw new ConfigError(lines.join('\n'))
}

/** @type {Config | undefined} */
let current

/**
 * The environment of this process, read once.
 * @returns {Config}
 */
export function config() {
  current ??= readConfig(process.env)
  return current
}
