import { lazy, Suspense, useEffect, useState } from 'react'
import type { HintListProps } from './hint-list'

const DEBOUNCE_MS = 700

/** Hints are optional: if their code cannot be loaded, the page goes on without them. */
const HintList = lazy(() => import('./hint-list').catch(() => ({ default: () => null })))

/** Hints about a prompt, debounced. Their code is loaded only when there is a prompt. */
export function PromptHints({ prompt, ...props }: HintListProps) {
  const settled = useDebounced(prompt)
  if (settled.trim() === '') return null
  return (
    <Suspense fallback={null}>
      <HintList prompt={settled} {...props} />
    </Suspense>
  )
}

/** Debounces a value. */
function useDebounced(value: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
