import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { memberOf } from '@/app/member'
import { principalAt } from '@/app/principal'
import { provider } from '@/app/provider'
import { readerTheme } from '@/app/reader'
import { ForMember } from '@/components/auth/session'
import { GenerationPage } from '@/components/generation'
import { Header } from '@/components/layout/header'
import { LiveRegion } from '@/components/layout/live-region'
import { ModelsProvider } from '@/lib/client/models'
import { config } from '@/lib/server/config.js'
import { eta, neighbours, read } from '@/lib/server/generations'
import { Problem } from '@/lib/shared/problem'

type Props = { params: Promise<{ id: string }> }

const TITLE = 60 // characters: about what a tab or bookmark shows

/** Cached per request, because both the metadata and the page need it. */
const load = cache(async (id: string) => {
  const user = await principalAt(`/g/${id}`)
  const generation = await read(id, user).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') notFound()
    throw error
  })
  return { generation, user }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { prompt } = (await load((await params).id)).generation
  const start = [...prompt].slice(0, TITLE).join('')
  return { title: start === prompt ? prompt : `${start}…` }
}

/** The page of one video, with a permanent URL. */
export default async function Page({ params }: Props) {
  const { generation, user } = await load((await params).id)
  return (
    <ForMember member={memberOf(user)}>
      <Header provider={provider()} theme={await readerTheme()} home={false} />
      <ModelsProvider models={config().TENSORSLAB_MODELS}>
        <GenerationPage initial={generation} beside={await neighbours(generation, user)} eta={await eta()} />
      </ModelsProvider>
      <LiveRegion />
    </ForMember>
  )
}
