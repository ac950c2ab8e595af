import { describe, expect, test } from 'vitest'
import type { Resolve } from '@/lib/server/outgoing'
import { failureOf, folder, serve } from '@/testing/results/fixture'
import { fetchResult, parseHosts } from './index'
import type { ResultError } from './result-error'

const DEFAULT = '*.tensorslab.com,tslvideo.s3.us-west-2.amazonaws.com'

type Row = readonly [address: string, reason: ResultError['reason'], host?: string | null]

/** Against the default list, without a resolver. */
const hostile: Row[] = [
  ['', 'unreadable'],
  ['results/film.mp4', 'unreadable'],
  ['//cdn.tensorslab.com/film.mp4', 'unreadable'],
  ['https://', 'unreadable'],
  ['https://cdn.tensorslab.com:99999/', 'unreadable'],
  ['https://1.2.3.4.5/', 'unreadable'],
  ['https://[::1/', 'unreadable'],
  ['https://[fe80::1%25eth0]/', 'unreadable'],
  ['https://cdn.tensorslab.com%00.evil.example/', 'unreadable'],
  ['file:///etc/passwd', 'unreadable'],
  ['file://cdn.tensorslab.com/etc/passwd', 'unreadable'],
  ['data:video/mp4;base64,AAAA', 'unreadable'],
  ['javascript:alert(1)', 'unreadable'],
  ['blob:https://cdn.tensorslab.com/0', 'unreadable'],
  ['ftp://cdn.tensorslab.com/film.mp4', 'unreadable'],
  ['gopher://cdn.tensorslab.com:PORT/_', 'unreadable'],
  ['ws://cdn.tensorslab.com/', 'unreadable'],
  ['https://user@cdn.tensorslab.com/', 'unreadable'],
  ['https://user:secret@cdn.tensorslab.com/', 'unreadable'],
  ['https://:secret@cdn.tensorslab.com/', 'unreadable'],
  ['https://cdn.tensorslab.com./', 'unreadable'],
  ['https://.tensorslab.com/', 'unreadable'],
  ['https://cdn..tensorslab.com/', 'unreadable'],
  ['http://cdn.tensorslab.com/', 'host_not_allowed', 'cdn.tensorslab.com:80'],
  ['http://cdn.tensorslab.com:443/', 'host_not_allowed', 'cdn.tensorslab.com:443'],
  ['https://cdn.tensorslab.com:8443/', 'host_not_allowed', 'cdn.tensorslab.com:8443'],
  ['https://tensorslab.com/', 'host_not_allowed', 'tensorslab.com'],
  ['https://eviltensorslab.com/', 'host_not_allowed', 'eviltensorslab.com'],
  ['https://tensorslab.com.evil.example/', 'host_not_allowed', 'tensorslab.com.evil.example'],
  ['https://cdn.tensorslab.com%2eevil.example/', 'host_not_allowed', 'cdn.tensorslab.com.evil.example'],
  ['https://evil.example/cdn.tensorslab.com', 'host_not_allowed', 'evil.example'],
  ['https://evil.example#@cdn.tensorslab.com/', 'host_not_allowed', 'evil.example'],
  ['https://evil.example\\@cdn.tensorslab.com/', 'host_not_allowed', 'evil.example'],
  ['https://evil.example?.tensorslab.com/', 'host_not_allowed', 'evil.example'],
  ['https:\\\\evil.example\\', 'host_not_allowed', 'evil.example'],
  ['https://cdn.tënsorslab.com/', 'host_not_allowed', 'cdn.xn--tnsorslab-v4a.com'],
  [
    'https://x.tslvideo.s3.us-west-2.amazonaws.com/',
    'host_not_allowed',
    'x.tslvideo.s3.us-west-2.amazonaws.com',
  ],
  ['https://s3.us-west-2.amazonaws.com/tslvideo/', 'host_not_allowed', 's3.us-west-2.amazonaws.com'],
  ['https://localhost:PORT/', 'host_not_allowed', 'localhost:PORT'],
  ['http://localhost:PORT/', 'host_not_allowed', 'localhost:PORT'],
  ['http://127.0.0.1:PORT/', 'host_not_allowed', '127.0.0.1:PORT'],
  ['http://2130706433:PORT/', 'host_not_allowed', '127.0.0.1:PORT'],
  ['http://0x7f000001:PORT/', 'host_not_allowed', '127.0.0.1:PORT'],
  ['http://0177.0.0.1:PORT/', 'host_not_allowed', '127.0.0.1:PORT'],
  ['http://127.1:PORT/', 'host_not_allowed', '127.0.0.1:PORT'],
  ['http://①②⑦.0.0.1:PORT/', 'host_not_allowed', '127.0.0.1:PORT'],
  ['http://0:PORT/', 'host_not_allowed', '0.0.0.0:PORT'],
  ['http://[::1]:PORT/', 'host_not_allowed', '[::1]:PORT'],
  ['http://[::]:PORT/', 'host_not_allowed', '[::]:PORT'],
  ['http://[::ffff:127.0.0.1]:PORT/', 'host_not_allowed', '[::ffff:7f00:1]:PORT'],
  ['http://169.254.169.254/latest/meta-data/', 'host_not_allowed', '169.254.169.254:80'],
  ['https://metadata.google.internal/', 'host_not_allowed', 'metadata.google.internal'],
]

describe('a hostile address is refused before anything is resolved or connected to', () => {
  test.for(hostile)('%s', async ([address, reason, host = null]) => {
    const listener = await serve((_, response) => response.end('secret'))
    const { into, files } = await folder()
    const here = (text: string) => text.replace('PORT', `${listener.port}`)
    const resolve: Resolve = () => expect.fail('a resolver was asked')
    const failure = await failureOf(fetchResult(here(address), into, { hosts: parseHosts(DEFAULT), resolve }))
    expect(failure).toMatchObject({ reason, host: host && here(host) })
    expect(listener.connections()).toBe(0)
    expect(await files()).toEqual([])
  })
})

test('an error and its causes never contain a signed address', async () => {
  const { into } = await folder()
  for (const address of [
    'https://evil.example/?sig=s3cret',
    'https://[?sig=s3cret',
    'ftp://x.example/?sig=s3cret',
  ]) {
    const failure = await failureOf(fetchResult(address, into, { hosts: parseHosts(DEFAULT) }))
    expect(JSON.stringify([failure, failure.message, failure.stack, failure.cause])).not.toContain('s3cret')
  }
})
