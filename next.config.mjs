/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or stateful at run time: loaded from node_modules as they are, never bundled.
  serverExternalPackages: ['libsql', 'sharp', 'undici', 'pino'],
}

export default config
