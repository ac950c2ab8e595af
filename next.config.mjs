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
  // A folder that runs without npm and node_modules, for containers: npm run build:standalone.
  output: process.env.STANDALONE === '1' ? 'standalone' : undefined,
  // Tracing finds imports only, and sharp is required by name (lib/server/sharp.ts).
  outputFileTracingIncludes: { '/*': ['node_modules/sharp/**', 'node_modules/@img/**'] },
  outputFileTracingExcludes: { '/*': ['lib/**'] },
  poweredByHeader: false,
  // Pictures are served as they are kept; Next's own way to make them smaller is off, and so is its address.
  images: { unoptimized: true },
  reactStrictMode: true,
  headers: async () => [
    { source: '/:path*', headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })) },
  ],
  turbopack: {
    // What react-dropzone reads files with unless told otherwise; components/ui/dropzone.tsx tells it otherwise.
    resolveAlias: { 'file-selector': './components/ui/file-selector.ts' },
  },
  // Native or stateful at run time: loaded from node_modules as they are, never bundled.
  serverExternalPackages: ['libsql', 'sharp', 'undici', 'pino'],
}

export default config
