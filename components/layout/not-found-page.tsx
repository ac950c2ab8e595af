'use client'
import { useMessages } from '@/lib/client/messages'
import { ErrorPage } from './error-page'

/** There is nothing at this address. */
export function NotFoundPage() {
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
