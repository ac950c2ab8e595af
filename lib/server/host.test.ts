import { describe, expect, test } from 'vitest'
import { isSameHost, isSameOrigin } from './host'

describe('a host is the same', () => {
  test.each([
    ['studio.example.com', 'studio.example.com'],
    ['studio.example.com:443', 'studio.example.com'],
    ['studio.example.com:80', 'studio.example.com'],
    ['studio.example.com:', 'studio.example.com'],
    ['studio.example.com.', 'studio.example.com'],
    ['studio.example.com.:443', 'studio.example.com'],
    ['STUDIO.Example.COM', 'studio.example.com'],
    ['studio.example.com', 'studio.example.com.'],
    ['studio.example.com.:8443', 'studio.example.com:8443'],
    ['nas', 'NAS.'],
    ['[FD00:0:0:0::1]:443', '[fd00::1]'],
    ['[0:0:0:0:0:0:0:1]:3000', '[::1]:3000'],
    ['192.168.1.20:3000', '192.168.1.20:3000'],
    ['xn--80aaf.example', 'XN--80AAF.example'],
  ])('%s as %s', (one, other) => expect(isSameHost(one, other)).toBe(true))

  test.each([
    ['', ''],
    ['.', '.'],
    ['evil.example', 'studio.example'],
    ['studio.example:8443', 'studio.example'],
    ['studio.example', 'studio.example:8443'],
    ['studio.example.evil.example', 'studio.example'],
    ['studio.example..', 'studio.example'],
    ['studio.example@evil.example', 'studio.example'],
    ['evil.example#studio.example', 'studio.example'],
    ['studio.example/', 'studio.example'],
    ['studio.example:443:443', 'studio.example'],
    ['studio.example:x', 'studio.example'],
    ['studio.example, evil.example', 'studio.example'],
    ['[::1].evil.example', '[::1]'],
    ['[::1', '[::1]'],
    ['::1', '[::1]'],
    ['studio example', 'studio example'],
    ['stud%69o.example', 'studio.example'],
  ])('but not %j as %j', (one, other) => expect(isSameHost(one, other)).toBe(false))
})

describe('an origin is the same', () => {
  test.each([
    ['https://studio.example', 'https://studio.example'],
    ['https://studio.example:443', 'https://studio.example'],
    ['https://studio.example.', 'https://studio.example'],
    ['HTTPS://Studio.Example', 'https://studio.example'],
    ['http://127.0.0.1', 'http://127.0.0.1:80'],
    ['http://[::1]:3000', 'http://[0:0::1]:3000'],
  ])('%s as %s', (one, other) => expect(isSameOrigin(one, other)).toBe(true))

  test.each([
    ['null', 'https://studio.example'],
    ['', 'https://studio.example'],
    ['http://studio.example', 'https://studio.example'],
    ['https://studio.example:80', 'https://studio.example'],
    ['https://studio.example:8443', 'https://studio.example'],
    ['https://studio.example.evil.example', 'https://studio.example'],
    ['https://studio.example@evil.example', 'https://studio.example'],
    ['https://evil.example\\@studio.example', 'https://studio.example'],
    ['https://evil.example/studio.example', 'https://studio.example'],
    ['https://sub.studio.example', 'https://studio.example'],
    ['https://studio.example https://evil.example', 'https://studio.example'],
    ['file://', 'https://studio.example'],
  ])('but not %j as %s', (one, other) => expect(isSameOrigin(one, other)).toBe(false))
})
