'use client'
// Not by the room's face, which would bring the whole studio along.
import { GlobalErrorPage } from '@/components/layout/global-error'
import './globals.css'

export default function GlobalError({ retry }: { retry: () => void }) {
  return <GlobalErrorPage again={retry} />
}
