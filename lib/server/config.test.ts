import { describe, expect, test } from 'vitest'
import { readBasePath, readConfig } from './config.js'

const KEY = { TENSORSLAB_API_KEY: 'sk-secret' }

test('an API key alone is a valid environment', () => {
  expect(readConfig(KEY)).toMatchObject({
    TENSORSLAB_BASE_URL: 'https://api.tensorslab.com',
    HOST: '127.0.0.1',
    PORT: 3000,
    LOG_LEVEL: 'info',
  })
})

test('an empty variable has its default', () => {
  expect(readConfig({ ...KEY, PORT: '', HOST: '' })).toMatchObject({ PORT: 3000, HOST: '127.0.0.1' })
})

test('a missing API key is reported in one sentence, with an example', () => {
  expect(() => readConfig({})).toThrow(
    /^TENSORSLAB_API_KEY is missing: .* for example TENSORSLAB_API_KEY=\S+\.$/,
  )
})

test('browsers are not told to insist on https, and no provider’s word is assumed, unless asked for', () => {
  expect(readConfig(KEY)).toMatchObject({ HSTS_SECONDS: 0, OIDC_TRUST_EMAIL: false })
  const asked = readConfig({ ...KEY, HSTS_SECONDS: '86400', OIDC_TRUST_EMAIL: '1' })
  expect(asked).toMatchObject({ HSTS_SECONDS: 86_400, OIDC_TRUST_EMAIL: true })
})

test('only SeeDance 2.0 is offered by default', () => {
  expect(readConfig(KEY).TENSORSLAB_MODELS).toEqual(['seedance-2'])
  const listed = readConfig({ ...KEY, TENSORSLAB_MODELS: 'seedance-2, seedance-1.5-pro' })
  expect(listed.TENSORSLAB_MODELS).toEqual(['seedance-2', 'seedance-1.5-pro'])
})

test.each([
  ['PORT', '70000', '3000'],
  ['TENSORSLAB_PARALLEL_TASKS', '0', 'for example 2'],
  ['TENSORSLAB_PARALLEL_TASKS', 'two', 'for example 2'],
  ['TENSORSLAB_MODELS', 'seedance-2,seedance-9', 'seedance-2,seedance-1.5-pro'],
  ['TENSORSLAB_MODELS', 'seedance-2,seedance-2', 'seedance-2,seedance-1.5-pro'],
  ['TENSORSLAB_MODELS', ',', 'seedance-2,seedance-1.5-pro'],
  ['PORT', 'http', '3000'],
  ['HOST', '0.0.0.0', '127.0.0.1'],
  ['HOST', '192.168.1.5', '127.0.0.1'],
  ['TENSORSLAB_BASE_URL', 'api.tensorslab.com', 'https://api.tensorslab.com'],
  ['TENSORSLAB_BASE_URL', 'ftp://api.tensorslab.com', 'https://api.tensorslab.com'],
  ['LOG_LEVEL', 'loud', 'info'],
  ['HSTS_SECONDS', '-1', '86400'],
  ['HSTS_SECONDS', 'a year', '86400'],
  ['OIDC_TRUST_EMAIL', 'yes', '1'],
  ['HTTPS_PROXY', 'socks5://127.0.0.1:1080', 'http://proxy.example.com:3128'],
  ['HTTP_PROXY', 'proxy host', 'http://proxy.example.com:3128'],
  ['BASE_PATH', 'studio', '/studio'],
  ['BASE_PATH', '/studio/', '/studio'],
  ['BASE_PATH', '/', '/studio'],
  ['BASE_PATH', '//studio', '/studio'],
  ['BASE_PATH', '/a//b', '/studio'],
  ['BASE_PATH', '/..', '/studio'],
  ['BASE_PATH', '/a/../b', '/studio'],
  ['BASE_PATH', '/v1.2', '/studio'],
  ['BASE_PATH', '/my studio', '/studio'],
  ['BASE_PATH', '/studio ', '/studio'],
  ['BASE_PATH', '/studio\n', '/studio'],
  ['BASE_PATH', '/%73tudio', '/studio'],
  ['BASE_PATH', '/工作室', '/studio'],
  ['BASE_PATH', '/studio?a=b', '/studio'],
  ['BASE_PATH', '/studio#a', '/studio'],
  ['BASE_PATH', '/:path', '/studio'],
  ['BASE_PATH', '/(a)', '/studio'],
  ['BASE_PATH', 'https://example.com/studio', '/studio'],
])('%s=%s is refused by name, with an example', (name, value, example) => {
  const read = () => readConfig({ ...KEY, [name]: value })
  expect(read).toThrow(new RegExp(`^${name} must .*${example.replaceAll('.', '\\.')}`))
  expect(read).not.toThrow(/sk-secret/)
})

test('a proxy may lack its scheme, be written in either case, and be one for SOCKS beside others', () => {
  const proxies = {
    HTTPS_PROXY: 'proxy:3128',
    http_proxy: 'http://me:secret@proxy',
    ALL_PROXY: 'socks5://proxy',
  }
  expect(readConfig({ ...KEY, ...proxies })).toMatchObject({ HTTP_PROXY: 'http://me:secret@proxy' })
  expect(() => readConfig({ ...KEY, https_proxy: 'ftp://me:secret@proxy' })).toThrow(
    /^HTTPS_PROXY must (?!.*secret)/,
  )
})

test('all invalid variables are named at once, without revealing the API key', () => {
  const read = () => readConfig({ TENSORSLAB_API_KEY: 'two words', PORT: 'x' })
  expect(read).toThrow(/TENSORSLAB_API_KEY .*\nPORT /)
  expect(read).not.toThrow(/two words/)
})

test('a base path is one or more plain segments, and none when it is empty', () => {
  for (const BASE_PATH of ['/studio', '/tools/studio', '/a_b-C9']) {
    expect(readConfig({ ...KEY, BASE_PATH }).BASE_PATH).toBe(BASE_PATH)
    expect(readBasePath({ BASE_PATH })).toBe(BASE_PATH)
  }
  expect([readBasePath({}), readBasePath({ BASE_PATH: '' })]).toEqual(['', ''])
})

test('the build refuses a wrong base path in the same sentence as the start, without the rest of the environment', () => {
  const refusal = /^BASE_PATH must be .* for example \/studio\.$/
  expect(() => readBasePath({ BASE_PATH: 'studio/' })).toThrow(refusal)
  expect(() => readConfig({ ...KEY, BASE_PATH: 'studio/' })).toThrow(refusal)
})

describe('in team mode', () => {
  const TEAM = { ...KEY, AUTH_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://studio.example.com' }
  const OIDC = { OIDC_ISSUER: 'https://login.example.com/', OIDC_CLIENT_ID: 'c', OIDC_CLIENT_SECRET: 's' }

  test('the server may listen beyond this machine', () => {
    expect(readConfig({ ...TEAM, HOST: '0.0.0.0' })).toMatchObject({
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://studio.example.com',
    })
  })

  test.each([
    ['AUTH_SECRET', { AUTH_SECRET: '' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'x'.repeat(31) }],
    ['PUBLIC_URL', { PUBLIC_URL: '' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'studio.example.com' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://studio.example.com' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://studio.example.com/films' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://me:secret@studio.example.com' }],
    ['OIDC_NAME', OIDC],
    ['OIDC_NAME', { ...OIDC, OIDC_NAME: 'Exa\u202emple' }],
    ['OIDC_NAME', { ...OIDC, OIDC_NAME: ' \u200b ' }],
    ['OIDC_ISSUER', { ...OIDC, OIDC_NAME: 'Example', OIDC_ISSUER: 'http://login.example.com' }],
    ['OIDC_ISSUER', { ...OIDC, OIDC_NAME: 'Example', OIDC_ISSUER: 'http://127.0.0.1.example.com' }],
    ['LIMIT_PER_DAY', { LIMIT_PER_DAY: '-1' }],
  ])('%s is asked for by name when it is given as %o', (name, wrong) => {
    const read = () => readConfig({ ...TEAM, ...wrong })
    expect(read).toThrow(new RegExp(`^${name} `))
    expect(read).not.toThrow(/xxxx|me:secret/)
  })

  test('PUBLIC_URL may be http on this machine, also over IPv6', () => {
    for (const PUBLIC_URL of ['http://127.0.0.1:3000', 'http://[::1]:3000', 'http://localhost'])
      expect(readConfig({ ...TEAM, PUBLIC_URL })).toMatchObject({ PUBLIC_URL })
  })

  test.each([
    'http://192.168.1.20:3000',
    'http://100.64.0.7',
    'http://[fd00::1]:3000',
    'http://studio.local',
    'http://nas:3000',
    'http://studio.home.arpa',
  ])('PUBLIC_URL may be %s, in a private network', (PUBLIC_URL) => {
    expect(readConfig({ ...TEAM, PUBLIC_URL, HOST: '0.0.0.0' })).toMatchObject({ PUBLIC_URL })
  })

  test.each([
    'http://8.8.8.8',
    'http://studio.example.com:8080',
    'http://192.168.1.20.nip.io',
    'http://nas/x',
  ])('PUBLIC_URL=%s is refused in one sentence that says what is allowed', (PUBLIC_URL) => {
    expect(() => readConfig({ ...TEAM, PUBLIC_URL })).toThrow(
      /^PUBLIC_URL must be [^\n]*https unless it is on this machine or in a private network[^\n]*\.$/,
    )
  })

  test('a private address doesn’t make plain http good enough for single sign-on', () => {
    const OIDC_ISSUER = 'http://192.168.1.20:8080'
    expect(() => readConfig({ ...TEAM, ...OIDC, OIDC_NAME: 'Example', OIDC_ISSUER })).toThrow(/^OIDC_ISSUER /)
  })

  test('PUBLIC_URL may end in BASE_PATH, with or without a slash, and in no other path', () => {
    const host = 'https://studio.example.com'
    for (const end of ['', '/', '/tools/studio', '/tools/studio/']) {
      const read = readConfig({ ...TEAM, BASE_PATH: '/tools/studio', PUBLIC_URL: host + end })
      expect(read.PUBLIC_URL).toBe(host)
    }
    for (const end of ['/tools', '/studio', '/tools/studio/x', '/tools/studio?a=b', '/tools/studio//']) {
      const read = () => readConfig({ ...TEAM, BASE_PATH: '/tools/studio', PUBLIC_URL: host + end })
      expect(read, end).toThrow(/^PUBLIC_URL must .* without a path other than BASE_PATH/)
    }
    expect(() => readConfig({ ...TEAM, PUBLIC_URL: `${host}/studio` })).toThrow(/^PUBLIC_URL must /)
  })

  test('single sign-on requires team mode', () => {
    expect(() => readConfig({ ...KEY, ...OIDC, OIDC_NAME: 'Example' })).toThrow(/^AUTH_SECRET is missing/)
    expect(readConfig({ ...TEAM, ...OIDC, OIDC_NAME: 'Example' })).toMatchObject({
      OIDC_ISSUER: 'https://login.example.com',
    })
  })

  test('the company’s provider may use http only on this machine', () => {
    for (const OIDC_ISSUER of [
      'http://127.0.0.1:8080/realms/a',
      'http://[::1]:8080',
      'https://login.example.com',
    ])
      expect(readConfig({ ...TEAM, ...OIDC, OIDC_NAME: 'Example', OIDC_ISSUER })).toMatchObject({
        OIDC_ISSUER,
      })
  })

  test('a limit is a number or none', () => {
    const limits = { LIMIT_PER_DAY: 'none', LIMIT_AT_ONCE: '0' }
    expect(readConfig({ ...TEAM, ...limits })).toMatchObject({ LIMIT_PER_DAY: null, LIMIT_AT_ONCE: 0 })
  })
})
