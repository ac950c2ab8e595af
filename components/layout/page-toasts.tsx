'use client'
import { Notices } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/messages'

/** Where what has happened is told. There is one in each page. */
export function PageNotices() {
  const { notices, dismiss } = useWords().deeds
  return <Notices name={notices} close={dismiss} announce={announce} />
}
