import { readBasePath } from './lib/server/config.js' // Next runs this file with Node alone: it knows no '@/'

/**
 * Headers of every response. The Content-Security-Policy needs a nonce per page and is set in proxy.ts.
 */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()',
}

const basePath = checkedBasePath()

/** BASE_PATH; a wrong one ends the build with one sentence. */
function checkedBasePath() {
  try {
    return readBasePath(process.env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/** @type {import('next').NextConfig} */
const config = {
  basePath,
  // For lib/shared/base-path.ts.
  env: { BUILT_BASE_PATH: basePath },
  // A proxy may redirect from /studio to /studio/, as nginx does for `location /studio/`. Next would redirect back.
  skipTrailingSlashRedirect: basePath !== '',
  // A folder that runs without npm and the checkout's node_modules, for containers: npm run build:standalone.
  output: process.env.STANDALONE === '1' ? 'standalone' : undefined,
  // Tracing misses the platform packages, whose names sharp puts together at run time.
  outputFileTracingIncludes: { '/*': ['node_modules/sharp/**', 'node_modules/@img/**'] },
  outputFileTracingExcludes: { '/*': ['lib/**'] },
  poweredByHeader: false,
  // Images are served as stored: turns off Next's image optimizer and its route.
  images: { unoptimized: true },
  reactStrictMode: true,
  // `npm test` has just checked all types, with the same settings.
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === '1' },
  headers: async () => [
    {
      source: '/:path*',
      basePath: basePath === '' ? undefined : false, // also what is answered outside it
      headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })),
    },
  ],
  // A clean checkout has no cache to read, and nobody reads what it would write: 120 MB.
  experimental: { turbopackFileSystemCacheForBuild: !process.env.CI },
  turbopack: {
    // What react-dropzone reads files with unless told otherwise; components/ui/dropzone.tsx tells it otherwise.
    resolveAlias: { 'file-selector': './components/ui/file-selector.ts' },
  },
  // Native or stateful at run time: loaded from node_modules, never bundled.
  serverExternalPackages: ['libsql', 'sharp', 'undici', 'pino'],
}

export default config
