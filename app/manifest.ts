import type { MetadataRoute } from 'next'
import { withBasePath } from '@/lib/shared/base-path'
import { readerMessages } from './reader'

/** The web app manifest, for installing the studio as an app. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { lang, description } = await readerMessages()
  return {
    name: 'Promptreel',
    short_name: 'Promptreel',
    description,
    lang,
    start_url: withBasePath('/'),
    scope: withBasePath('/'), // by default everything beside it, too
    display: 'standalone',
    background_color: '#131211',
    theme_color: '#131211',
    icons: [
      { src: withBasePath('/icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: withBasePath('/icons/icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: withBasePath('/icons/icon-512.png'), sizes: '512x512', type: 'image/png' },
      {
        src: withBasePath('/icons/maskable-512.png'),
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
  }
}
