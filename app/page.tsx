import { headers } from 'next/headers'
import { type Provider, Studio } from '@/components/studio'
import { whoAsks } from '@/lib/server/access'
import { config, isLoopback } from '@/lib/server/config'
import { list, waiting } from '@/lib/server/generations'
import { readerTheme } from './reader'

function provider(): Provider {
  const { hostname, host } = new URL(config().TENSORSLAB_BASE_URL)
  if (host === 'api.tensorslab.com') return { kind: 'real', host }
  return { kind: isLoopback(hostname) ? 'sandbox' : 'other', host }
}

/** The studio, with the newest films already in it. */
export default async function Page() {
  const person = await whoAsks(await headers())
  const theme = await readerTheme()
  return (
    <Studio
      provider={provider()}
      theme={theme}
      firstPage={await list(person, { limit: '24' })}
      waiting={await waiting()}
    />
  )
}
