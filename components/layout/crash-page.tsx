'use client'
import { useMessages } from '@/lib/client/messages'
import { ErrorPage } from './error-page'

/** The page itself broke; it can be shown again. */
export function CrashPage({ again }: { again: () => void }) {
  const messages = useMessages('page').crashed
  return (
    <ErrorPage
      title={messages.title}
      text={messages.text}
      action={{ label: messages.again, onPress: again }}
    />
  )
}
