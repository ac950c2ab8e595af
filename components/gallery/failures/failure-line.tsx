import type { ReactNode } from 'react'
import { FailureRemedies } from '@/components/gallery/card/failure-remedies'
import { useFailureText } from '@/components/gallery/card/failure-text'
import type { Generation } from '@/lib/shared/generation'
import { MessageLine } from './message-line'

type Props = { generation: Generation; about: ReactNode }

/** What became of a generation, and what to do. */
export function FailureLine({ generation, about }: Props) {
  const { title, sentences } = useFailureText(generation)
  return (
    <MessageLine failed={generation.status !== 'unknown'} {...{ title, sentences, about }}>
      <FailureRemedies generation={generation} />
    </MessageLine>
  )
}
