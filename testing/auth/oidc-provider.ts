import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import * as z from 'zod'

export type Claims = { sub: string; email: string; email_verified: boolean; name: string }

/**
 * A minimal OpenID Connect provider on a free port. Its page signs everybody in as `who` and redirects back. `claims`
 * override those of the ID token, `userinfo` those of that endpoint, `forged` signs it with a wrong key, and without `withToken` it is omitted.
 */
export async function startProvider() {
  const real = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const given = new Map<string, { nonce: string | null; claims: Claims }>()
  const state = {
    who: null as Claims | null,
    forged: false,
    withToken: true,
    claims: {} as object,
    userinfo: {} as object,
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const json = (body: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    }
    if (url.pathname === '/jwks')
      return json({
        keys: [{ ...real.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      })
    if (url.pathname === '/userinfo') return json({ ...state.who, ...state.userinfo })
    if (url.pathname === '/authorize') {
      const code = randomUUID()
      if (state.who) given.set(code, { nonce: url.searchParams.get('nonce'), claims: state.who })
      const back = new URL(url.searchParams.get('redirect_uri') ?? issuer)
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
      return response.writeHead(302, { location: back.href }).end()
    }
    const form = new URLSearchParams(await text(request))
    const grant = given.get(form.get('code') ?? '')
    if (!grant) return response.writeHead(400).end()
    const now = Math.floor(Date.now() / 1_000)
    const claims = {
      ...grant.claims,
      iss: issuer,
      aud: 'promptreel',
      iat: now,
      exp: now + 60,
      nonce: grant.nonce,
      ...state.claims,
    }
    const id_token = signed(claims, (state.forged ? other : real).privateKey)
    const token = state.withToken ? { id_token } : {}
    return json({ access_token: 'an-access-token', token_type: 'Bearer', expires_in: 60, ...token })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  const issuer = `http://127.0.0.1:${port}`
  return { issuer, state, close: () => server.close() }
}

function signed(claims: object, key: Parameters<ReturnType<typeof createSign>['sign']>[0]): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const content = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part(claims)}`
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`
}
