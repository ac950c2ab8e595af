import { describe, expect, test } from 'vitest'
import { parseHosts } from './index'

test('the default list and every form of entry are parsed', () => {
  expect(parseHosts('*.tensorslab.com,tslvideo.s3.us-west-2.amazonaws.com')).toEqual([
    { type: 'below', name: 'tensorslab.com' },
    { type: 'name', name: 'tslvideo.s3.us-west-2.amazonaws.com' },
  ])
  expect(parseHosts(' 127.0.0.1:4010 , [::1]:4010, NAS.local:9000, nas:80, 8.8.8.8, [2600::1]')).toEqual([
    { type: 'operated', name: '127.0.0.1', port: '4010' },
    { type: 'operated', name: '[::1]', port: '4010' },
    { type: 'operated', name: 'nas.local', port: '9000' },
    { type: 'operated', name: 'nas', port: '80' },
    { type: 'name', name: '8.8.8.8' },
    { type: 'name', name: '[2600::1]' },
  ])
})

test('an IPv6 address is the same entry however it is written', () => {
  expect(parseHosts('[0:0:0:0:0:0:0:1]:80')).toEqual(parseHosts('[::1]:80'))
})

const wrong: [entry: string, says: string][] = [
  ['', 'empty'],
  ['a.example.com,', 'empty'],
  [',a.example.com', 'empty'],
  ['a.example.com,,b.example.com', 'empty'],
  ['https://a.example.com', 'leave out the scheme'],
  ['a.example.com/results', 'leave out the scheme'],
  ['//a.example.com', 'leave out the scheme'],
  ['*', 'not a valid wildcard'],
  ['*.*', 'not a valid wildcard'],
  ['*.*.example.com', 'not a valid wildcard'],
  ['a.*.example.com', 'not a valid wildcard'],
  ['*example.com', 'not a valid wildcard'],
  ['*.', 'not a valid wildcard'],
  ['*.com', 'too broad'],
  ['*.local', 'too broad'],
  ['*.127.0.0.1', 'not a valid wildcard'],
  ['*.0.0.1', 'not a valid wildcard'],
  ['*.example.com:443', 'has a port'],
  ['*:80', 'has a port'],
  ['localhost', 'not a public host'],
  ['nas', 'not a public host'],
  ['127.0.0.1', 'not a public host'],
  ['[::1]', 'not a public host'],
  ['169.254.169.254', 'not a public host'],
  ['a.example.com:', 'port from 1'],
  ['a.example.com:0', 'port from 1'],
  ['a.example.com:080', 'port from 1'],
  ['a.example.com:65536', 'port from 1'],
  ['a.example.com:http', 'port from 1'],
  [':80', 'not a host'],
  ['::1', 'not a host'],
  ['::1:80', 'not a host'],
  ['[::1', 'not a host'],
  ['[::1]80', 'not a host'],
  ['[::zz]:80', 'not a host'],
  ['[fe80::1%eth0]:80', 'not a host'],
  ['user@a.example.com', 'not a host'],
  ['user:secret@a.example.com', 'port from 1'],
  ['a.example.com.', 'not a host'],
  ['a..example.com', 'not a host'],
  ['.example.com', 'not a host'],
  ['-a.example.com', 'not a host'],
  ['a b.example.com', 'not a host'],
  ['a.example.com?x', 'not a host'],
  ['a.example.com#x', 'not a host'],
  ['bücher.example', 'not a host'],
  ['2130706433:80', 'not a host'],
  ['0x7f.1:80', 'not a host'],
  ['127.1:80', 'not a host'],
  ['256.1.1.1:80', 'not a host'],
]

describe('an invalid entry is refused with a sentence', () => {
  test.for(wrong)('%s', ([entry, says]) => {
    expect(() => parseHosts(entry)).toThrow(says)
    expect(() => parseHosts(entry)).toThrow(/^[^\n]+\.$/)
  })
})
