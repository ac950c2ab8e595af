/**
 * For every answer. The policy for scripts needs a nonce for each page and is made in proxy.ts; this one is for all else.
 */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()',
  // Browsers heed it under https alone.
  'Strict-Transport-Security': 'max-age=31536000',
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => [
    { source: '/:path*', headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })) },
  ],
  // Native or stateful at run time: loaded from node_modules as they are, never bundled.
  serverExternalPackages: ['libsql', 'sharp', 'undici', 'pino'],
}

export default config
