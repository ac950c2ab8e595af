import { expect, test } from '@/e2e/kit'
import { head, sendRaw } from './raw'

const SECRET = 'Only for the person at this machine.'

type Attack = { line?: string; headers: [string, string][] }
const EVIL: [string, string] = ['Host', 'evil.example']
const LIST = 'GET /api/generations HTTP/1.1'
const withHeader = (name: string, value: string): Attack => ({ headers: [EVIL, [name, value]] })
const withPath = (path: string): Attack => ({ line: `GET ${path} HTTP/1.1`, headers: [EVIL] })
const withHost = (host: string): Attack => ({ headers: [['Host', host]] })

/** Known ways around an access check. Each requests data from a host that has no access. */
const ATTACKS: Record<string, Attack> = {
  'DNS rebinding': withHost('evil.example'),
  'a host that starts with our address': withHost('127.0.0.1.evil.example'),
  'a host that starts with localhost': withHost('localhost.evil.example'),
  'our address as a user name': withHost('127.0.0.1@evil.example'),
  'our address as a port': withHost('evil.example:127.0.0.1'),
  'an address inside brackets': withHost('[::1].evil.example'),
  'an empty Host': withHost(''),
  'no Host, HTTP/1.0': { line: 'GET /api/generations HTTP/1.0', headers: [] },
  'two Hosts': { headers: [EVIL, ['Host', '127.0.0.1']] },
  'skipping the middleware': withHeader('x-middleware-subrequest', 'middleware'),
  'skipping the middleware, five deep': withHeader(
    'x-middleware-subrequest',
    Array.from({ length: 5 }, () => 'src/middleware').join(':'),
  ),
  'skipping the proxy': withHeader('x-middleware-subrequest', 'proxy:proxy:proxy:proxy:proxy'),
  'a forwarded host': withHeader('x-forwarded-host', '127.0.0.1'),
  Forwarded: withHeader('forwarded', 'host=127.0.0.1;proto=http;for=127.0.0.1'),
  'a forwarded address': withHeader('x-forwarded-for', '127.0.0.1'),
  'a real address': withHeader('x-real-ip', '127.0.0.1'),
  'an original URL': withHeader('x-original-url', 'http://127.0.0.1/api/generations'),
  'a rewritten URL': withHeader('x-rewrite-url', '/api/generations'),
  'a method override': withHeader('x-http-method-override', 'GET'),
  'a matched path': withHeader('x-matched-path', '/api/generations'),
  'an invoked path': withHeader('x-invoke-path', '/api/generations'),
  'a router’s data request': withHeader('x-nextjs-data', '1'),
  'a component request': withHeader('rsc', '1'),
  'a server action': withHeader('next-action', '0'.repeat(42)),
  'a leading double slash': withPath('//api/generations'),
  'a double slash inside': withPath('/api//generations'),
  'an encoded letter': withPath('/api/%67enerations'),
  'an encoded slash': withPath('/api%2fgenerations'),
  'path traversal': withPath('/_next/static/../../api/generations'),
  'encoded path traversal': withPath('/_next/static/%2e%2e/%2e%2e/api/generations'),
  'a trailing slash': withPath('/api/generations/'),
  'a matrix parameter': withPath('/api/generations;a=b'),
  'upper case': withPath('/API/generations'),
  'a locale prefix': withPath('/en/api/generations'),
  'an absolute URL': withPath('http://127.0.0.1/api/generations'),
  'the page itself': withPath('/'),
  'the page, double slash': withPath('//'),
  'the page as data': { line: 'GET /?_rsc=1 HTTP/1.1', headers: [EVIL, ['rsc', '1']] },
}

test('no header and no spelling of a URL gets around the access check', async ({
  servers,
  request,
  sandbox: _,
}) => {
  const { url } = servers.running
  await request.post('/api/generations', { multipart: { prompt: SECRET } })
  const allowed = await sendRaw(url, [head(LIST, [['Host', '127.0.0.1']])])
  expect([allowed.status, allowed.text.includes(SECRET)]).toEqual([200, true])

  for (const [name, { line = LIST, headers }] of Object.entries(ATTACKS)) {
    const { status, text } = await sendRaw(url, [head(line, headers)])
    expect.soft(text, name).not.toContain(SECRET)
    expect.soft(text, name).not.toContain('nextCursor')
    expect.soft(status, name).not.toBe(500)
  }
})

test('a page of another origin cannot submit anything (CSRF)', async ({ servers, sandbox }) => {
  const { url } = servers.running
  const { host } = new URL(url)
  const boundary = 'b'
  const body = `--b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\nPaid by a stranger.\r\n--b--\r\n`
  const attacks: [string, string][][] = [
    [['Origin', 'https://evil.example']],
    [['Origin', 'null']],
    [['Origin', `https://${host}`]],
    [['Origin', `http://${host}.evil.example`]],
    [['Origin', 'http://127.0.0.1:1']],
    [['Sec-Fetch-Site', 'cross-site']],
    [['Sec-Fetch-Site', 'same-site']],
    [
      ['Origin', `http://${host}`],
      ['Sec-Fetch-Site', 'cross-site'],
    ],
    [
      ['Origin', 'https://evil.example'],
      ['X-HTTP-Method-Override', 'GET'],
    ],
    [
      ['Origin', 'https://evil.example'],
      ['X-Forwarded-Host', 'evil.example'],
    ],
  ]
  for (const attack of attacks) {
    const headers: [string, string][] = [
      ['Host', host],
      ['Content-Type', `multipart/form-data; boundary=${boundary}`],
      ['Content-Length', `${body.length}`],
      ...attack,
    ]
    const { status } = await sendRaw(url, [head('POST /api/generations HTTP/1.1', headers), body])
    expect.soft(status, JSON.stringify(attack)).toBe(403)
  }
  expect(sandbox.ledger().creates).toEqual([])
})
