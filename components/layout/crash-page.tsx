'use client'
import { Button } from '@/components/ui/button' // not by the index: every page carries this one besides its own
import { useMessages } from '@/lib/client/messages'
import { ErrorPage } from './error-page'

/** The page itself broke; it can be shown again. */
export function CrashPage({ again }: { again: () => void }) {
  const messages = useMessages('page').crashed
  return (
    <ErrorPage title={messages.title} text={messages.text}>
      <Button variant="main" onClick={again}>
        {messages.again}
      </Button>
    </ErrorPage>
  )
}
