import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { images } from '@/lib/server/generations/files/images'

const read = (name: string): string => readFileSync(`${import.meta.dirname}/../${name}`, 'utf8')
const nginx = ['docs/nginx.conf', 'docs/nginx-under-path.conf'].map(read)

/** The largest request that the studio reads before it refuses it in words. */
const { fileBytes, files, valueBytes, values } = images.limits
const LARGEST = files * fileBytes + values * valueBytes

test('the example proxies let through whatever the studio reads', () => {
  for (const text of nginx) {
    const [, mebibytes] = /client_max_body_size (\d+)m;/.exec(text) ?? []
    expect(Number(mebibytes) * 1_048_576).toBeGreaterThan(LARGEST)
  }
  const [, megabytes] = /max_size (\d+)MB/.exec(read('docs/Caddyfile')) ?? []
  expect(Number(megabytes) * 1_000_000).toBeGreaterThan(LARGEST)
})

test('the example proxies wait longer for an answer than the page does', () => {
  const [, timeoutMs] = /^const TIMEOUT_MS = ([\d_]+)$/m.exec(read('lib/client/api/send.ts')) ?? []
  for (const text of nginx) {
    const [, seconds] = /proxy_read_timeout (\d+)s;/.exec(text) ?? []
    expect(Number(seconds) * 1_000).toBeGreaterThan(Number(timeoutMs?.replaceAll('_', '')))
  }
})

test('the example proxies end idle connections before the studio does', () => {
  const NGINX_DEFAULT_S = 60 // keepalive_timeout of an upstream
  const [, studioMs] = /^ {2}rest: ([\d_]+),$/m.exec(read('lib/server/sockets.ts')) ?? []
  const [, caddyS] = /keepalive (\d+)s/.exec(read('docs/Caddyfile')) ?? []
  for (const seconds of [NGINX_DEFAULT_S, Number(caddyS)])
    expect(seconds * 1_000).toBeLessThan(Number(studioMs?.replaceAll('_', '')))
  expect(nginx.join()).not.toContain('keepalive_timeout')
})
