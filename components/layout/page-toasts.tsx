'use client'
import { Toasts } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'

/** The page’s toasts. Each page has one. */
export function PageToasts() {
  const { toasts, dismiss } = useMessages('actions')
  return <Toasts name={toasts} close={dismiss} announce={announce} />
}
