import { useState } from 'react'
import { useCardHandle } from '@/components/gallery/card/card-handle'
import { Button } from '@/components/ui'
import { generations } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { followEn } from '@/lib/shared/messages/en/follow'
import { followZh } from '@/lib/shared/messages/zh/follow'
import { useGenerationActions } from './generation-actions'
import { useRefusalText } from './use-refusal-text'

/** Resumes polling a generation that failed because its task or its result could not be reached. Costs nothing. */
export function FollowAgain({ generation }: { generation: Generation }) {
  const actions = useGenerationActions()
  const refusalText = useRefusalText()
  const { again, done } = useMessages({ en: followEn, zh: followZh })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { article } = useCardHandle()

  const press = async () => {
    if (busy) return
    setBusy(true)
    const answer = await generations.followAgain(generation.id)
    setBusy(false)
    if (answer.type !== 'followed') {
      const why = await refusalText(answer)
      actions.refresh() // another tab may have had it followed
      setError(why)
      return announce(why)
    }
    article.current?.focus() // this button is about to unmount
    actions.upsert(answer.generation)
    announce(done)
  }

  return (
    <>
      <Button aria-busy={busy} onClick={press}>
        {again}
      </Button>
      {error && <p className="w-full text-failure text-sm">{error}</p>}
    </>
  )
}
