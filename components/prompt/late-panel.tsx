import { lazy, Suspense } from 'react'
import type { PanelProps } from './prompt-panel'

const PromptPanel = lazy(() => import('./prompt-panel'))

/** What there is to insert, fetched when it is opened for the first time. */
export function LatePanel(props: PanelProps) {
  return (
    <Suspense fallback={null}>
      <PromptPanel {...props} />
    </Suspense>
  )
}
