'use client'
import { PageCrash } from '@/components/studio'

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <PageCrash again={retry} />
}
