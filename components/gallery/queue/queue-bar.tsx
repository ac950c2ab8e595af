import { Suspense } from 'react'
import { needed } from '@/components/layout/needed'
import type { Generation } from '@/lib/shared/generation'

const QueueControls = needed(async () => (await import('./queue-controls')).QueueControls)

type Props = { generations: readonly Generation[]; className?: string }

/** The bar about the queue, as long as any of these generations waits in it. What it says is loaded with the first. */
export function QueueBar({ generations, className = '' }: Props) {
  const own = generations.filter(({ status }) => status === 'queued')
  if (own.length === 0) return null
  return (
    <div
      className={`flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 rounded border bg-panel px-3 py-1.5 text-sm ${className}`}
    >
      <Suspense>
        <QueueControls own={own} />
      </Suspense>
    </div>
  )
}
