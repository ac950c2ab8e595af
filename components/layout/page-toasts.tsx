'use client'
import { Toasts } from '@/components/ui/toast'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'

/** Where what has happened is told. There is one in each page. */
export function PageToasts() {
  const { toasts, dismiss } = useMessages('actions')
  return <Toasts name={toasts} close={dismiss} announce={announce} />
}
