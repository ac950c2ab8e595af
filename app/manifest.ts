import type { MetadataRoute } from 'next'
import { readerMessages } from './reader'

/** The web app manifest, for installing the studio as an app. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { lang, description } = await readerMessages()
  return {
    name: 'Promptreel',
    short_name: 'Promptreel',
    description,
    lang,
    start_url: '/',
    display: 'standalone',
    background_color: '#131211',
    theme_color: '#131211',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
