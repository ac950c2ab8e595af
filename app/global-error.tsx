'use client'
// Not from the index, which would pull in much more of the page.
import { GlobalErrorPage } from '@/components/layout/global-error'
import './globals.css'

export default function GlobalError({ retry }: { retry: () => void }) {
  return <GlobalErrorPage again={retry} />
}
