// In JavaScript, so that Node can load it without a build: `npm start` checks the environment before anything else.
import { resolve } from 'node:path'
import * as z from 'zod'
import { isInHomeNetwork } from './home-network.js'
import { isPlainName } from './plain-name.js'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/**
 * True when a host name, without port or brackets, can only mean this machine.
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

/**
 * True for a URL that is safe from eavesdropping: https, or http on this machine.
 * @param {string} address
 */
const isSafe = (address) => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[(.*)\]$/, '$1'))
}

/**
 * True for a URL without path, query or fragment, that people may sign in at. In a home network there are no certificates.
 * @param {string} address
 */
const isSafeOrigin = (address) => {
  if (!URL.canParse(address)) return false
  const { href, origin, hostname } = new URL(address)
  return href === `${origin}/` && (isSafe(address) || isInHomeNetwork(hostname))
}

/** Proxies; curl takes one without a scheme as http. */
const proxy = z
  .string()
  .trim()
  .transform((address) => (address.includes('://') ? address : `http://${address}`))
  .pipe(z.url({ protocol: /^https?$/ }))

/**
 * One or more plain segments. Dots, escapes and empty segments are left out: proxies and browsers rewrite them, each in
 * its own way.
 */
const basePath = z.string().regex(/^(\/[A-Za-z0-9_-]+)+$/)

/** Quota per person. Absent: the default of the mode (lib/server/quota). */
const limit = z.union([z.literal('none').transform(() => null), whole(0, 1_000_000)]).optional()

/**
 * Known model ids. Repeated here because lib/shared/models is TypeScript, which Node can't load without a build.
 * @satisfies {Record<import('@/lib/shared/models').ModelId, true>}
 */
const KNOWN_MODELS = { 'seedance-2': true, 'seedance-1.5-pro': true, 'seedance-1-pro-fast': true }

/** @typedef {keyof typeof KNOWN_MODELS} ModelId */

/** @param {string} id @returns {id is ModelId} */
const isKnownModel = (id) => Object.hasOwn(KNOWN_MODELS, id)

/** @param {string[]} ids @returns {ids is [ModelId, ...ModelId[]]} */
const areKnownModels = (ids) => ids.length > 0 && ids.every(isKnownModel) && new Set(ids).size === ids.length

/** Model ids separated by commas, each at most once. */
const models = z.string().transform((text, { issues }) => {
  const ids = text.split(',').map((id) => id.trim())
  if (areKnownModels(ids)) return ids
  issues.push({ code: 'custom', input: text, message: 'names a model that is not known, or one twice' })
  return z.NEVER
})

const variables = z.object({
  TENSORSLAB_API_KEY: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/),
  TENSORSLAB_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://api.tensorslab.com'),
  TENSORSLAB_RESULT_HOSTS: z.string().default('*.tensorslab.com,tslvideo.s3.us-west-2.amazonaws.com'),
  TENSORSLAB_MODELS: models.default(['seedance-2']),
  TENSORSLAB_PARALLEL_TASKS: whole(1, 1_000).optional(),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((path) => resolve(/* turbopackIgnore: true */ path)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  POLL_INTERVAL_MS: whole(100, 600_000).default(10_000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PORT: whole(1, 65_535).default(3_000),
  BASE_PATH: basePath.optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isSafeOrigin)
    .transform((address) => new URL(address).origin)
    .optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isSafe)
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().trim().min(1).max(60).refine(isPlainName).optional(),
  OIDC_TRUST_EMAIL: z
    .enum(['0', '1'])
    .transform((flag) => flag === '1')
    .default(false),
  HSTS_SECONDS: whole(0, 315_360_000).default(0),
  HTTPS_PROXY: proxy.optional(),
  HTTP_PROXY: proxy.optional(),
  ALL_PROXY: proxy.optional().catch(undefined), // often one for SOCKS, beside the others
  NO_PROXY: z.string().optional(),
  LIMIT_PER_MINUTE: limit,
  LIMIT_AT_ONCE: limit,
  LIMIT_PER_DAY: limit,
  LIMIT_IMAGE_MB_PER_DAY: limit,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

const OIDC = /** @type {const} */ (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'])

/** Variables that only make sense together: whatever is missing is reported. */
const schema = variables.check(({ value, issues }) => {
  /** @param {keyof typeof value} name */
  const refuse = (name) =>
    issues.push({ code: 'custom', path: [name], input: value[name], message: 'does not fit the others' })
  const { AUTH_SECRET, PUBLIC_URL, HOST } = value
  if (PUBLIC_URL && !AUTH_SECRET) refuse('AUTH_SECRET')
  if (AUTH_SECRET && !PUBLIC_URL) refuse('PUBLIC_URL')
  if (!AUTH_SECRET && !PUBLIC_URL && !isLoopback(HOST)) refuse('HOST')
  const given = OIDC.filter((name) => value[name] !== undefined)
  if (given.length > 0) for (const name of OIDC) if (!given.includes(name)) refuse(name)
  if (given.length > 0 && !AUTH_SECRET && !PUBLIC_URL) refuse('AUTH_SECRET')
})

/**
 * What a value must be, as the message for a wrong or missing one says.
 * @type {Record<keyof z.output<typeof schema>, string>}
 */
const MUST = {
  TENSORSLAB_API_KEY: 'must be your TensorsLab API key, for example TENSORSLAB_API_KEY=sk-0123456789abcdef',
  TENSORSLAB_BASE_URL: 'must be the provider’s http or https address, for example https://api.tensorslab.com',
  TENSORSLAB_RESULT_HOSTS:
    'must be host names separated by commas, for example *.tensorslab.com,files.example.com,127.0.0.1:4010',
  TENSORSLAB_MODELS: `must be model ids separated by commas, of ${Object.keys(KNOWN_MODELS).join(', ')}, each at most once, for example seedance-2,seedance-1.5-pro`,
  TENSORSLAB_PARALLEL_TASKS:
    'must be how many tasks your plan at the provider may have in the making at once, from 1 to 1000, for example 2; leave it out for no limit',
  DATA_DIR: 'must be a folder that Promptreel can write to, for example ./data',
  DATABASE_URL:
    'must be the address of a PostgreSQL database, for example postgres://name:password@localhost:5432/promptreel',
  POLL_INTERVAL_MS: 'must be a number of milliseconds from 100 to 600000, for example 10000',
  HOST: 'must be a loopback address such as 127.0.0.1, because without sign-in the studio serves this machine only; to let others in, also set AUTH_SECRET and PUBLIC_URL',
  PORT: 'must be a port from 1 to 65535, for example 3000',
  BASE_PATH:
    'must be the path under which a proxy hands the studio out: a slash, then letters, digits, - and _, without a slash at the end, for example /studio',
  AUTH_SECRET:
    'must be at least 32 random characters, and needs PUBLIC_URL; the two turn on sign-in. Create one with: openssl rand -base64 32',
  PUBLIC_URL:
    'must be the address at which people open the studio, without a path other than BASE_PATH; it needs AUTH_SECRET, and https unless it is on this machine or in a private network (http://192.168.1.20:3000, http://studio.local), for example https://studio.example.com',
  OIDC_ISSUER:
    'must be the address of your OpenID Connect provider; it needs the other OIDC variables, and https unless it is on this machine, for example https://login.example.com',
  OIDC_CLIENT_ID:
    'must be the client ID from your OpenID Connect provider; it needs the other OIDC variables, for example promptreel',
  OIDC_CLIENT_SECRET:
    'must be the client secret that belongs to OIDC_CLIENT_ID; it needs the other OIDC variables, for example 3e5f0c81b2',
  OIDC_NAME:
    'must be the name to show for your OpenID Connect provider, at most 60 visible characters; it needs the other OIDC variables, for example Example Ltd',
  OIDC_TRUST_EMAIL:
    'must be 1 if everyone’s email address at your OpenID Connect provider is their own although it doesn’t say so, or 0, for example 1',
  HSTS_SECONDS:
    'must be the seconds for which browsers open the studio only over https, from 0 (not at all) to 315360000, for example 86400',
  HTTPS_PROXY: 'must be the address of an http or https proxy, for example http://proxy.example.com:3128',
  HTTP_PROXY: 'must be the address of an http or https proxy, for example http://proxy.example.com:3128',
  ALL_PROXY: 'must be the address of an http or https proxy, for example http://proxy.example.com:3128',
  NO_PROXY:
    'must be host names and addresses separated by commas, for example localhost,.example.com,10.0.0.0/8',
  LIMIT_PER_MINUTE: 'must be the number of videos that a user may submit per minute, or none, for example 10',
  LIMIT_AT_ONCE:
    'must be the number of videos that a user may have in progress at a time, or none, for example 5',
  LIMIT_PER_DAY: 'must be the number of videos that a user may submit in 24 hours, or none, for example 100',
  LIMIT_IMAGE_MB_PER_DAY:
    'must be the megabytes of images that a user may upload in 24 hours, or none, for example 2000',
  LOG_LEVEL: 'must be one of fatal, error, warn, info, debug, trace, silent, for example info',
}

const PROXIES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY']

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
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  // Written in either case everywhere; where both are, the lower one counts, as for curl.
  for (const name of PROXIES) given[name] = given[name.toLowerCase()] ?? given[name]
  given.PUBLIC_URL = withoutPath(given.PUBLIC_URL, given.BASE_PATH)
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0]))
  const lines = Object.entries(MUST)
    .filter(([name]) => wrong.has(name))
    .map(([name, must]) => `${name} ${given[name] === undefined ? 'is missing: it ' : ''}${must}.`)
  throw new ConfigError(lines.join('\n'))
}

/**
 * The address without the path in BASE_PATH, which people may write into PUBLIC_URL as well.
 * @param {string | undefined} address
 * @param {string | undefined} path
 */
function withoutPath(address, path) {
  if (address === undefined || path === undefined || !URL.canParse(address)) return address
  const url = new URL(address)
  if (url.pathname.replace(/\/$/, '') !== path) return address
  url.pathname = ''
  return url.href
}

/**
 * BASE_PATH, empty for none. For the build, which needs nothing else of the environment.
 * @param {Record<string, string | undefined>} env
 * @throws ConfigError
 */
export function readBasePath({ BASE_PATH = '' }) {
  if (BASE_PATH === '' || basePath.safeParse(BASE_PATH).success) return BASE_PATH
  throw new ConfigError(`BASE_PATH ${MUST.BASE_PATH}.`)
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

/** Whether people sign in over plain http, where others in their network can read along. */
export function isUnencrypted() {
  const { PUBLIC_URL } = config()
  return PUBLIC_URL !== undefined && !isSafe(PUBLIC_URL)
}

/** Whether people sign in. Without it there is one person, whoever sits at this machine. */
export const isTeam = () => config().AUTH_SECRET !== undefined
