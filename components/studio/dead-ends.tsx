'use client'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'

/** There is nothing at this address. */
export function NoPage() {
  const words = useWords().page.notFound
  return (
    <main className="mx-auto grid min-h-dvh max-w-100 content-center justify-items-start gap-3 p-4">
      <h1 className="font-semibold text-base">{words.title}</h1>
      <p className="text-second text-sm">{words.text}</p>
      <a
        href="/"
        className="inline-flex h-10 items-center rounded border bg-raised px-3 text-sm hover:bg-well"
      >
        {words.home}
      </a>
    </main>
  )
}

/** The page itself broke; it can be shown again. */
export function PageCrash({ again }: { again: () => void }) {
  const words = useWords().page.crashed
  return (
    <main className="mx-auto grid min-h-dvh max-w-100 content-center justify-items-start gap-3 p-4">
      <h1 className="font-semibold text-base">{words.title}</h1>
      <p className="text-second text-sm">{words.text}</p>
      <Button onClick={again}>{words.again}</Button>
    </main>
  )
}
