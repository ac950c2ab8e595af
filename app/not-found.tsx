import type { Metadata } from 'next'
import { NotFoundPage } from '@/components/layout/not-found-page'
import { readerMessages } from './reader'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerMessages()).notFound }
}

export default function NotFound() {
  return <NotFoundPage />
}
