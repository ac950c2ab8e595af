'use client'
import { PageCrash } from '@/components/layout/error-pages'

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <PageCrash again={retry} />
}
