import { expect, test } from 'vitest'
import { isExcepted } from './no-proxy'

test.each([
  ['*', 'api.example.com'],
  ['api.example.com', 'api.example.com'],
  ['API.Example.com.', 'api.example.com'],
  ['example.com', 'api.example.com'],
  ['.example.com', 'api.example.com'],
  ['.example.com', 'example.com'],
  ['*.example.com', 'a.b.example.com'],
  ['other.com, example.com', 'api.example.com'],
  ['other.com example.com', 'api.example.com'],
  ['other.com\texample.com', 'api.example.com'],
  ['example.com:443', 'api.example.com'],
  ['localhost', 'localhost'],
  ['10.1.2.3', '10.1.2.3'],
  ['10.1.2.3:443', '10.1.2.3'],
  ['10.0.0.0/8', '10.1.2.3'],
  ['192.168.1.0/25', '192.168.1.127'],
  ['0.0.0.0/0', '8.8.8.8'],
  ['::1', '[::1]'],
  ['[::1]', '[::1]'],
  ['[::1]:443', '[::1]'],
  ['0:0:0:0:0:0:0:1', '[::1]'],
  ['fd00::/8', '[fd12:3456::1]'],
  ['[fd00::]/8, fd00::/8', '[fd12:3456::1]'],
  ['127.0.0.1', '[::ffff:127.0.0.1]'],
])('NO_PROXY=%j excepts %s', (noProxy, hostname) => {
  expect(isExcepted(noProxy, hostname, '443')).toBe(true)
})

test.each([
  ['', 'example.com'],
  [' , ', 'example.com'],
  ['.', 'example.com'],
  ['*.', 'example.com'],
  ['example.com', 'badexample.com'],
  ['example.com', 'example.com.evil.org'],
  ['api.example.com', 'example.com'],
  ['example.com:80', 'example.com'],
  ['example.com:44', 'example.com'],
  ['10.0.0.0/8', '11.1.2.3'],
  ['10.0.0.0/8', '[::1]'],
  ['10.0.0.0/8', '10.example.com'],
  ['10.0.0.0/33', '10.1.2.3'],
  ['1', '127.0.0.1'],
  ['0.1', '127.0.0.1'],
  ['[::1]:80', '[::1]'],
  ['fd00::/8', '[fe80::1]'],
  ['a*', 'abc.com'],
])('NO_PROXY=%j leaves %s to the proxy', (noProxy, hostname) => {
  expect(isExcepted(noProxy, hostname, '443')).toBe(false)
})
