'use client'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/messages'
import { DeadEnd } from './error-page'

/** There is nothing at this address. */
export function NoPage() {
  const { title, text, home } = useWords().page.notFound
  return (
    <DeadEnd title={title} text={text}>
      <a
        href="/"
        className="inline-flex h-10 items-center rounded bg-accent px-4 font-semibold text-ink text-sm hover:brightness-95 pointer-coarse:h-11"
      >
        {home}
      </a>
    </DeadEnd>
  )
}

/** The page itself broke; it can be shown again. */
export function PageCrash({ again }: { again: () => void }) {
  const words = useWords().page.crashed
  return (
    <DeadEnd title={words.title} text={words.text}>
      <Button look="main" onClick={again}>
        {words.again}
      </Button>
    </DeadEnd>
  )
}
