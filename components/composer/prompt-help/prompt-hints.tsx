import { lazy, Suspense, useEffect, useState } from 'react'
import type { HintListProps } from './hint-list'

const PAUSE_MS = 700

/** Hints are a kindness: where they cannot be fetched, the page goes on without. */
const HintList = lazy(() => import('./hint-list').catch(() => ({ default: () => null })))

/** Hints on a prompt, when the hand pauses; they weigh nothing before there is something to say. */
export function PromptHints({ prompt, ...props }: HintListProps) {
  const settled = useSettled(prompt)
  if (settled.trim() === '') return null
  return (
    <Suspense fallback={null}>
      <HintList prompt={settled} {...props} />
    </Suspense>
  )
}

/** What a value has come to, after it stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
