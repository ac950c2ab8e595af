// The rooms of the code and what each may import, in one table. `npm run rooms` generates the linter's rules
// (biome.rooms.json) and the diagram in docs/architecture.md from it; rooms.test.ts checks both, and the code.

/** A part of the code: everything under `path`, except deeper rooms of the table. */
export type Room = {
  /** A folder, or a single file without its extension. */
  path: string
  /** Paths of the rooms it may import. Every room may import `lib/shared`. */
  uses: readonly string[]
  /** May be imported only through its index.ts. */
  closed?: true
}

const SERVER = 'lib/server'

/** Bottom up: a room uses only rooms listed before it. */
export const ROOMS: readonly Room[] = [
  { path: 'lib/shared', uses: [] },
  { path: 'lib/client/store', uses: [] },
  { path: 'lib/client', uses: ['lib/client/store'] },
  { path: 'lib/sandbox', uses: [] },

  { path: 'components/ui', uses: ['lib/client/store'] },
  { path: 'components/layout', uses: ['lib/client', 'components/ui'] },
  { path: 'components/auth', uses: ['lib/client', 'components/ui', 'components/layout'], closed: true },
  {
    // Apart, so that the studio does not load the pages of those who sign in or have an account.
    path: 'components/auth/session',
    uses: ['lib/client', 'components/ui', 'components/layout', 'components/auth'],
    closed: true,
  },
  {
    path: 'components/settings',
    uses: ['lib/client', 'components/ui', 'components/auth'],
    closed: true,
  },
  { path: 'components/composer', uses: ['lib/client', 'components/ui', 'components/layout'], closed: true },
  { path: 'components/gallery', uses: ['lib/client', 'components/ui', 'components/layout'], closed: true },
  {
    // Apart, so that the gallery does not load what only the page of a single video needs.
    path: 'components/gallery/single',
    uses: ['lib/client', 'components/ui', 'components/gallery'],
    closed: true,
  },
  {
    path: 'components/generation',
    uses: [
      'lib/client',
      'components/ui',
      'components/layout',
      'components/gallery',
      'components/gallery/single',
    ],
    closed: true,
  },
  {
    path: 'components/generation/compare',
    uses: ['lib/client', 'components/ui', 'components/layout', 'components/gallery'],
    closed: true,
  },
  {
    path: 'components/studio',
    uses: [
      'lib/client',
      'components/ui',
      'components/layout',
      'components/composer',
      'components/gallery',
      'components/generation/compare',
    ],
    closed: true,
  },

  { path: SERVER, uses: [] },
  { path: 'lib/server/storage', uses: [SERVER], closed: true },
  { path: 'lib/server/db', uses: [SERVER], closed: true },
  { path: 'lib/server/images', uses: [SERVER], closed: true },
  { path: 'lib/server/outgoing', uses: [SERVER], closed: true },
  { path: 'lib/server/provider', uses: [SERVER, 'lib/server/outgoing'], closed: true },
  { path: 'lib/server/results', uses: ['lib/server/outgoing'], closed: true },
  { path: 'lib/server/quota', uses: [SERVER, 'lib/server/db'], closed: true },
  { path: 'lib/server/spend', uses: [SERVER, 'lib/server/db'], closed: true },
  { path: 'lib/server/auth', uses: [SERVER, 'lib/server/outgoing', 'lib/server/db'], closed: true },
  { path: 'lib/server/http', uses: [SERVER, 'lib/server/auth'], closed: true },
  {
    path: 'lib/server/generations',
    uses: [
      SERVER,
      'lib/server/storage',
      'lib/server/db',
      'lib/server/images',
      'lib/server/provider',
      'lib/server/results',
      'lib/server/quota',
    ],
    closed: true,
  },
  { path: 'lib/server/presets', uses: [SERVER, 'lib/server/db'], closed: true },
  { path: 'lib/server/health', uses: [SERVER, 'lib/server/db'] },
  {
    path: 'lib/server/boot',
    uses: [SERVER, 'lib/server/db', 'lib/server/results', 'lib/server/auth', 'lib/server/generations'],
  },

  {
    path: 'app',
    uses: [
      'lib/client',
      'components/layout',
      'components/auth',
      'components/auth/session',
      'components/generation',
      'components/settings',
      'components/studio',
      SERVER,
      'lib/server/quota',
      'lib/server/spend',
      'lib/server/auth',
      'lib/server/http',
      'lib/server/generations',
      'lib/server/presets',
      'lib/server/health',
    ],
  },
]

const isWithin = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`)

/** The room of a path without extension; undefined when the table has none. */
export const roomOf = (path: string): Room | undefined =>
  ROOMS.filter((room) => isWithin(path, room.path)).toSorted((a, b) => b.path.length - a.path.length)[0]

/** Allowing lib/client includes its inner rooms; rooms of the server are allowed one by one. */
const covers = (use: string, path: string): boolean =>
  path === use || (use === 'lib/client' && isWithin(path, use))

/** Whether a file of one room may import from another; everybody may import `lib/shared`. */
export const mayUse = (room: Room, other: Room): boolean =>
  other === room || other.path === 'lib/shared' || room.uses.some((use) => covers(use, other.path))

/** Tests may import what their room may; tests on the server may also import any server room and the sandbox. */
export const mayTest = (room: Room, other: Room): boolean =>
  mayUse(room, other) ||
  (isWithin(room.path, SERVER) && (isWithin(other.path, SERVER) || other.path === 'lib/sandbox'))

type Pattern = { group: string[]; message: string }

/** Patterns that forbid a room's files to import from `others`. */
function forbidden(room: Room, others: readonly Room[]): Pattern[] {
  const noServer = others.some(({ path }) => path === SERVER)
  const named = others.filter(({ path }) => !noServer || path === SERVER || !isWithin(path, SERVER))
  return [
    {
      // Before a build, plain Node loads lib/server/config.js and what it needs; it knows no '@/'.
      group: ['../**', ...(room.path === SERVER ? ['!../shared/*.js'] : [])],
      message: "Inside a folder write './…', elsewhere '@/…'.",
    },
    {
      group: [
        ...named.flatMap(({ path }) => [`@/${path}`, `@/${path}/**`]),
        ...ROOMS.filter(
          (other) => !others.includes(other) && named.some(({ path }) => isWithin(other.path, path)),
        ).map(({ path }) => `!@/${path}`),
      ],
      message: `${room.path} may not use this room: see scripts/rooms.ts.`,
    },
  ]
}

/** Patterns that forbid imports from inside closed rooms. */
function insides(room: Room): Pattern[] {
  const deeper = (path: string) =>
    ROOMS.filter((other) => other.path.startsWith(`${path}/`)).map(({ path }) => `!@/${path}`)
  const group = ROOMS.filter(
    (other) => other.closed && other !== room && !isWithin(room.path, other.path) && mayUse(room, other),
  ).flatMap(({ path }) => [`@/${path}/**`, ...deeper(path)])
  return group.length === 0 ? [] : [{ group, message: 'Enter this room through its index.ts.' }]
}

const TESTS = ['**/*.test.ts', '**/*.test.tsx']

const rule = (includes: string[], patterns: Pattern[]) => ({
  includes,
  linter: {
    rules: {
      style: {
        noRestrictedImports: {
          level: 'error',
          options: { patterns: patterns.filter(({ group }) => group.length > 0) },
        },
      },
    },
  },
})

/** The linter's import rules: exactly one applies to each file of the table's rooms. */
export function importRules() {
  return ROOMS.flatMap((room) => {
    const others = (may: typeof mayUse) => ROOMS.filter((other) => !may(room, other))
    const files = (path: string) => (isFile(path) ? `${path}.ts` : `${path}/**`)
    const deeper = ROOMS.filter(({ path }) => path.startsWith(`${room.path}/`)).map(
      ({ path }) => `!${files(path)}`,
    )
    const noNode = {
      group: room.path === 'lib/shared' ? ['node:*'] : [],
      message: 'lib/shared runs anywhere.',
    }
    const noTesting = {
      group: ['@/testing/**', '@/e2e/**'],
      message: 'Only tests use what is there for tests.',
    }
    const code = [...forbidden(room, others(mayUse)), ...insides(room), noNode, noTesting]
    const tests = forbidden(room, others(mayTest))
    return [
      rule([files(room.path), ...deeper, ...TESTS.map((name) => `!${name}`)], code),
      ...(isFile(room.path)
        ? []
        : [
            rule(
              TESTS.map((name) => `${room.path}/${name}`),
              tests,
            ),
          ]),
    ]
  })
}

const isFile = (path: string): boolean => path === 'lib/server/boot' || path === 'lib/server/health'

/** The diagram's arrows, without those implied by others (transitive reduction). */
function arrows(): [from: string, to: string][] {
  const reached = new Map<string, Set<string>>()
  const all = new Map<string, readonly string[]>(ROOMS.map(({ path, uses }) => [path, uses]))
  for (const { path, uses } of ROOMS) {
    reached.set(path, new Set(uses.flatMap((use) => [use, ...(reached.get(use) ?? [])])))
  }
  return ROOMS.flatMap(({ path, uses }) =>
    uses
      .filter((use) => !(all.get(path) ?? []).some((other) => other !== use && reached.get(other)?.has(use)))
      .map((use): [string, string] => [path, use]),
  )
}

/** The rooms as a Mermaid diagram. Arrows to `lib/shared` are omitted, since every room has one. */
export function diagram(): string {
  const id = (path: string) => path.replaceAll('/', '_')
  const label = (path: string) =>
    path === SERVER ? 'config, log, …' : path.replace(/^(components|lib\/server)\//, '')
  const box = (path: string) => `    ${id(path)}["${label(path)}"]`
  const within = (folder: string) => ROOMS.map(({ path }) => path).filter((path) => isWithin(path, folder))
  return [
    '```mermaid',
    'flowchart TD',
    '  app',
    '  subgraph components',
    ...within('components').map(box),
    '  end',
    '  subgraph server["lib/server"]',
    ...within(SERVER).map(box),
    '  end',
    '  lib_client["lib/client"]',
    '  lib_sandbox["lib/sandbox"]',
    ...arrows().map(([from, to]) => `  ${id(from)} --> ${id(to)}`),
    '```',
  ].join('\n')
}
