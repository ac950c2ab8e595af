'use client'
import { CrashPage } from '@/components/layout/crash-page'

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <CrashPage again={retry} />
}
