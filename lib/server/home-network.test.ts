import { expect, test } from 'vitest'
import { isInHomeNetwork } from './home-network.js'

const hostname = (host: string) => new URL(`http://${host}`).hostname

test.each([
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.1',
  '192.168.1.20:3000',
  '100.64.0.1',
  '100.127.255.1',
  '169.254.1.1',
  '[fc00::1]',
  '[FDFF::1]:3000',
  '[fe80::1]',
  '[febf::1]',
  '[::ffff:192.168.1.20]',
  'nas',
  'NAS.',
  'studio.local',
  'studio.local.',
  'a.b.lan',
  'studio.home.arpa',
  'studio.internal',
])('%s can only be in a private network', (host) => expect(isInHomeNetwork(hostname(host))).toBe(true))

test.each([
  'studio.example.com',
  '8.8.8.8',
  '11.0.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '100.63.0.1',
  '100.128.0.1',
  '0.0.0.0',
  '[2001:db8::1]',
  '[2606:4700::1111]',
  '[fec0::1]',
  '[::ffff:8.8.8.8]',
  '[::]',
  'local.example.com',
  'studio.local.example.com',
  'studiolocal.com',
  'home.arpa.example.com',
  'studio.arpa',
  '192.168.1.20.example.com',
  '192.168.1.20.nip.io',
])('%s may be anywhere', (host) => expect(isInHomeNetwork(hostname(host))).toBe(false))
