import type { Metadata } from 'next'
import { ErrorPage } from '@/components/layout/error-page'
import { withBasePath } from '@/lib/shared/base-path'
import { readerMessages } from './reader'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerMessages()).notFound.title }
}

/** There is nothing at this address. Rendered by the server: every page carries this one besides its own. */
export default async function NotFound() {
  const { title, text, home } = (await readerMessages()).notFound
  return <ErrorPage title={title} text={text} action={{ label: home, href: withBasePath('/') }} />
}
