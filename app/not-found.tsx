import type { Metadata } from 'next'
import { NoPage } from '@/components/layout/error-pages'
import { readerWords } from './reader'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerWords()).notFound }
}

export default function NotFound() {
  return <NoPage />
}
