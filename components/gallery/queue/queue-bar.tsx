import { Suspense } from 'react'
import { needed } from '@/components/layout/needed'
import type { Generation } from '@/lib/shared/generation'

const QueueControls = needed(async () => (await import('./queue-controls')).QueueControls)

type Props = { generations: readonly Generation[]; className?: string }

/** The bar about the queue, as long as any of these generations waits in it. It is loaded with the first. */
export function QueueBar({ generations, className = '' }: Props) {
  const own = generations.filter(({ status }) => status === 'queued')
  return (
    own.length > 0 && (
      <Suspense fallback={<div className={`h-14 ${className}`} />}>
        <QueueControls own={own} className={className} />
      </Suspense>
    )
  )
}
