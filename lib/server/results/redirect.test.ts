import { describe, expect, test } from 'vitest'
import { failureOf, fetchFrom, png, serve } from '@/testing/results/fixture'

describe('a redirect', () => {
  const hidden = () => serve((_, response) => response.end(png))

  test('to a private host is refused, and nothing connects there', async () => {
    const secret = await hidden()
    const { fetching } = await fetchFrom((_, response) =>
      response.writeHead(302, { location: secret.url }).end(),
    )
    expect(await failureOf(fetching)).toMatchObject({ reason: 'host_not_allowed', host: secret.host })
    expect(secret.connections()).toBe(0)
  })

  test.for([
    'file:///etc/passwd',
    'https://user:secret@cdn.example.com/',
    'https://[',
    'data:image/png;base64,',
  ])('to %s is refused', async (location) => {
    const { fetching, server } = await fetchFrom((_, response) => response.writeHead(302, { location }).end())
    expect(await failureOf(fetching)).toMatchObject({ reason: 'unreadable' })
    expect(server.asked).toHaveLength(1)
  })

  test('without a Location fails', async () => {
    const { fetching } = await fetchFrom((_, response) => response.writeHead(302).end())
    expect(await failureOf(fetching)).toMatchObject({ reason: 'unreadable' })
  })

  test('to itself fails after three redirects', async () => {
    const { fetching, server } = await fetchFrom((_, response) =>
      response.writeHead(307, { location: '/start' }).end(),
    )
    expect(await failureOf(fetching)).toMatchObject({ reason: 'unreadable' })
    expect(server.asked).toHaveLength(4)
  })

  test('of three steps is followed without sending cookies or the API key', async () => {
    const { fetching, server } = await fetchFrom(({ url }, response) => {
      const steps: Record<string, string> = { '/start': 'a', '/a': './b?c=%20d', '/b?c=%20d': '/end' }
      const location = steps[url ?? '']
      if (location === undefined) response.end(png)
      else response.writeHead(301, { location, 'set-cookie': 'a=b' }).end('moved')
    })
    expect(await fetching).toMatchObject({ kind: 'image', bytes: png.length })
    expect(server.asked.map(({ url }) => url)).toEqual(['/start', '/a', '/b?c=%20d', '/end'])
    for (const { headers } of server.asked) {
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'host',
        'user-agent',
      ])
    }
  })
})
