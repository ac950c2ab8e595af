import { randomBytes, scrypt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll } from 'vitest'
import { getPrincipal, invitations, signInMethods } from '@/lib/server/auth'
import { auth } from '@/lib/server/auth/auth'
import type { SignedIn } from '@/lib/server/auth/principal'
import type { Entered } from '@/lib/server/auth/sign-in'
import { db } from '@/lib/server/db'
import { Problem } from '@/lib/shared/problem'

export const ORIGIN = 'https://studio.example'
export const PASSWORD = 'correct horse battery'

const derive = promisify<string, string, number, { N: number }, Buffer>(scrypt)
const keyOf = async (password: string, salt: string) =>
  (await derive(password, salt, 64, { N: 2 })).toString('hex')

/**
 * Lowers the cost of passwords, which is 0.1 s and 32 MB each, where tests are about who may do what: they hash hundreds.
 * lib/server/auth/password-cost.test.ts shows the cost itself.
 */
async function hashCheaply(): Promise<void> {
  const { password } = await (await auth()).$context
  Object.assign(password, {
    async hash(text: string) {
      const salt = randomBytes(16).toString('hex')
      return `${salt}:${await keyOf(text, salt)}`
    },
    async verify({ hash, password: tried }: Parameters<typeof password.verify>[0]) {
      const [salt = '', key] = hash.split(':')
      return (await keyOf(tried, salt)) === key
    },
  })
}

/**
 * Sets up team mode with a temporary data folder for the tests of a file. `more` adds to the environment; passwords are
 * `cheap` to hash unless their cost matters.
 */
export function inTeamMode(
  more: () => Promise<Record<string, string>> = async () => ({}),
  passwords: 'cheap' | 'real' = 'cheap',
): void {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'promptreel-access-'))
    Object.assign(process.env, {
      TENSORSLAB_API_KEY: 'k',
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      AUTH_SECRET: 'a secret that is only for the tests of this studio',
      PUBLIC_URL: ORIGIN,
      ...(await more()),
    })
    if (passwords === 'cheap') await hashCheaply()
  })
  afterAll(async () => {
    await (await db()).destroy()
    await rm(folder, { recursive: true })
  })
}

/** The request headers of a signed-in browser. */
export const withCookie = ({ headers }: Entered): Headers => {
  const pairs = headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return new Headers({ host: 'studio.example', origin: ORIGIN, cookie: pairs.join('; ') })
}

export const bare = (more: Record<string, string> = {}) => new Headers({ host: 'studio.example', ...more })

/** The request headers of a script with a token. */
export const withToken = (token: string) => bare({ authorization: `Bearer ${token}` })

/** The principal of a session. */
export async function principalOf(entered: Entered): Promise<SignedIn> {
  const principal = await getPrincipal(withCookie(entered))
  if (principal?.via !== 'session') throw new Error('nobody is signed in')
  return principal
}

/** Creates the first owner; works once per database. */
export async function makeOwner(): Promise<Entered> {
  const setup = await signInMethods.openSetup()
  const user = { name: 'Olga', email: 'Olga@Example.com', password: PASSWORD }
  return signInMethods.setUp({ ...user, code: setup?.code ?? '' }, bare())
}

/** Resets the users to a single owner before the surrounding tests. */
export function owned(): { owner: Entered } {
  const studio: { owner?: Entered } = {}
  beforeAll(async () => {
    await (await db()).deleteFrom('people').execute()
    await (await db()).deleteFrom('attempts').execute()
    studio.owner = await makeOwner()
  })
  return {
    get owner() {
      if (!studio.owner) throw new Error('the owner is only there once the tests run')
      return studio.owner
    },
  }
}

/** Creates a member through an invitation. */
export async function makeMember(email: string, name = 'Mei'): Promise<Entered> {
  const { link } = await invitations.create({ email })
  return signInMethods.join({ code: link.split('/').at(-1), name, password: PASSWORD }, bare())
}

/** The Problem that a call rejects with. @throws Error when it resolves or rejects otherwise */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('the call was not rejected')
}

/** ms that each counted hash takes, so that concurrent ones overlap however cheap they are. */
const HASH_MS = 20

/** Counts the passwords hashed during `work`, and the most that were hashed concurrently. */
export async function countingHashes(work: () => Promise<void>): Promise<{ hashes: number; atOnce: number }> {
  const { password } = await (await auth()).$context
  const { hash, verify } = password
  const seen = { hashes: 0, atOnce: 0 }
  let running = 0
  const counted = async <T>(run: () => Promise<T>): Promise<T> => {
    seen.hashes += 1
    running += 1
    seen.atOnce = Math.max(seen.atOnce, running)
    await pause(HASH_MS)
    return run().finally(() => {
      running -= 1
    })
  }
  Object.assign(password, {
    hash: (text: string) => counted(() => hash(text)),
    verify: (tried: Parameters<typeof verify>[0]) => counted(() => verify(tried)),
  })
  try {
    await work()
  } finally {
    Object.assign(password, { hash, verify })
  }
  return seen
}

/** Runs `meanwhile` between the verification of a password and what follows, to provoke a race. */
export async function afterVerifying<T>(meanwhile: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  const { password } = await (await auth()).$context
  const { verify } = password
  Object.assign(password, {
    verify: async (tried: Parameters<typeof verify>[0]) => {
      const right = await verify(tried)
      await meanwhile()
      return right
    },
  })
  try {
    return await work()
  } finally {
    Object.assign(password, { verify })
  }
}
