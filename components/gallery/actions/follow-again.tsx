import { useState } from 'react'
import { useCardHandle } from '@/components/gallery/card/card-handle'
import { sayRefused } from '@/components/gallery/card/failure-text'
import { Button } from '@/components/ui'
import { generations } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { useGenerationActions } from './generation-actions'

/** Has one followed again that was given up because nothing could be seen or fetched. It costs nothing. */
export function FollowAgain({ generation }: { generation: Generation }) {
  const actions = useGenerationActions()
  const words = useWords()
  const { again, done } = words.decisions.follow
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { article } = useCardHandle()

  const press = async () => {
    if (busy) return
    setBusy(true)
    const answer = await generations.followAgain(generation.id)
    setBusy(false)
    if (answer.is !== 'followed') {
      const why = sayRefused(words, answer)
      actions.refresh() // another tab may have had it followed
      setError(why)
      return announce(why)
    }
    article.current?.focus() // this button goes
    actions.adopt(answer.generation)
    announce(done)
  }

  return (
    <>
      <Button look="main" aria-busy={busy} onClick={press}>
        {again}
      </Button>
      {error && <p className="w-full text-failure text-sm">{error}</p>}
    </>
  )
}
