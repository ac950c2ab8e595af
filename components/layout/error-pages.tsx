'use client'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { ErrorPage } from './error-page'

/** 404. */
export function NoPage() {
  const { title, text, home } = useMessages('page').notFound
  return (
    <ErrorPage title={title} text={text}>
      <a
        href="/"
        className="inline-flex h-10 items-center rounded bg-accent px-4 font-semibold text-ink text-sm hover:brightness-95 pointer-coarse:h-11"
      >
        {home}
      </a>
    </ErrorPage>
  )
}

/** A page failed to render; offers to try again. */
export function PageCrash({ again }: { again: () => void }) {
  const messages = useMessages('page').crashed
  return (
    <ErrorPage title={messages.title} text={messages.text}>
      <Button variant="main" onClick={again}>
        {messages.again}
      </Button>
    </ErrorPage>
  )
}
