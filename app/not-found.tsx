import type { Metadata } from 'next'
import { NoPage } from '@/components/layout/error-pages'
import { readerMessages } from './reader'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerMessages()).notFound }
}

export default function NotFound() {
  return <NoPage />
}
