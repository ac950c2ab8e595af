import { useEffect, useMemo, useReducer, useRef } from 'react'
import { generations, type ProblemAnswer } from '@/lib/client/api'
import { forgetKey, keyFor, renewKey } from '@/lib/client/draft'
import type { Generation, ReadableGeneration } from '@/lib/shared/generation'
import type { Submission } from '@/lib/shared/models'
import { changeWishes, contentOfWish, oneCardEach, type Wish } from './wishes'

type Options = {
  items: readonly Generation[]
  /** All that is being made, whether it is among the items or not. */
  making: readonly Generation[]
  /** Something is on its way, and wants to be seen. */
  onSent: (prompt: string) => void
  /** The server has it: it belongs to the gallery from now on. */
  onCreated: (generation: Generation) => void
  /** The server keeps a record of what went wrong. */
  onRecorded: () => void
  /** What was entered in the form was not taken: it says why there, and no card is needed. */
  onInvalid: (problem: ProblemAnswer) => void
}

/** From the press on Generate to the server's record of it. One press, or several of the same wish, make one film. */
export function useWishes({ items, making, onSent, onCreated, onRecorded, onInvalid }: Options) {
  const [wishes, dispatch] = useReducer(changeWishes, [])
  const underWay = useRef(new Set<string>())

  const deliver = async (wish: Wish, from: 'form' | 'card') => {
    underWay.current.add(wish.key)
    dispatch({ do: 'press', wish })
    const ids = wish.images.map(({ id }) => id)
    const answer = await generations.create(wish.key, wish.submission, ids)
    underWay.current.delete(wish.key)
    if (answer.is === 'silent') return dispatch({ do: 'answer', key: wish.key, state: answer })
    // After `internal` it is not certain how far it got: the key stays, so that sending again makes at most one.
    if (answer.is === 'created' || answer.problem.code !== 'internal') forgetKey(wish.key)
    if (answer.is === 'created') {
      onCreated(answer.generation)
      return dispatch({ do: 'settle', keys: [wish.key] })
    }
    if (answer.problem.generation !== undefined) onRecorded()
    if (from === 'card' || answer.problem.code !== 'invalid_input')
      return dispatch({ do: 'answer', key: wish.key, state: answer })
    onInvalid(answer.problem)
    dispatch({ do: 'settle', keys: [wish.key] })
  }

  const shown = useMemo(() => oneCardEach(wishes, items), [wishes, items])
  const settled = shown.settled.join()
  useEffect(() => {
    if (settled === '') return
    const keys = settled.split(',')
    for (const key of keys) forgetKey(key)
    dispatch({ do: 'settle', keys })
  }, [settled])

  const press = (content: Pick<Wish, 'submission' | 'images'>, from: 'form' | 'card') => {
    const text = contentOfWish(content)
    const known = keyFor(text)
    if (underWay.current.has(known)) return 'already'
    const key = from === 'card' ? renewKey(text) : known
    const after = items[0]?.createdAt ?? ''
    onSent(content.submission.prompt)
    void deliver({ ...content, key, pressedAt: Date.now(), after, state: { is: 'sending' } }, from)
    return 'sent'
  }

  const sending = shown.wishes.filter(({ state }) => state.is === 'sending').length
  return {
    ...shown,
    /** How many films are being made or on their way to it. */
    making: oneCardEach(wishes, making).items.length + sending,
    /** Sends what is in the form, unless an equal wish is under way. */
    send: (submission: Submission, images: Wish['images']): 'sent' | 'already' =>
      press({ submission, images }, 'form'),
    /** Sends what a generation was made from as a new wish, unless an equal one is under way. */
    sendAnew: ({ model, prompt, settings, images }: ReadableGeneration): 'sent' | 'already' => {
      const named = images.map((image) => ({ ...image, name: image.id }))
      return press({ submission: { model, prompt, settings }, images: named }, 'card')
    },
    /** Sends again under the same key what got no answer. */
    sendAgain(wish: Wish) {
      if (!underWay.current.has(wish.key)) void deliver({ ...wish, state: { is: 'sending' } }, 'card')
    },
    dismiss: (key: string) => dispatch({ do: 'settle', keys: [key] }),
  }
}
