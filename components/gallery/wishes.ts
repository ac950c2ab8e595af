import type { ProblemAnswer } from '@/lib/client/api'
import { contentOf } from '@/lib/client/draft'
import type { Generation, Image } from '@/lib/shared/generation'
import type { Submission } from '@/lib/shared/models'
import { belongs, type View } from '@/lib/shared/view'

/** A press on Generate, until the server's own record of it is in the gallery. */
export type Wish = {
  key: string
  submission: Submission
  images: (Image & { name: string })[]
  /** When it was pressed, in ms. */
  pressedAt: number
  /** `createdAt` of the newest generation known then: what the server makes of the wish is newer. */
  after: string
  state: { is: 'sending' } | { is: 'silent' } | { is: 'problem'; problem: ProblemAnswer }
}

export type WishesAction =
  | { do: 'press'; wish: Wish }
  | { do: 'answer'; key: string; state: Wish['state'] }
  | { do: 'settle'; keys: readonly string[] }

/** How the list of wishes changes; the newest is first. */
export function changeWishes(wishes: readonly Wish[], action: WishesAction): readonly Wish[] {
  switch (action.do) {
    case 'press':
      return [action.wish, ...wishes.filter(({ key }) => key !== action.wish.key)]
    case 'answer':
      return wishes.map((wish) => (wish.key === action.key ? { ...wish, state: action.state } : wish))
    case 'settle':
      return wishes.filter(({ key }) => !action.keys.includes(key))
  }
}

/** Whether a view shows a wish, which is being made until it turns out otherwise. */
export function isShown({ submission, state }: Wish, view: View): boolean {
  const status = state.is === 'sending' || view.show === 'making' ? 'submitting' : 'unknown'
  return belongs(view, { status, starred: false, prompt: submission.prompt })
}

export const contentOfWish = ({ submission, images }: Pick<Wish, 'submission' | 'images'>): string =>
  contentOf(
    submission,
    images.map(({ id }) => id),
  )

/** The record that the server keeps of a wish, if it is among those. */
function recordOf(wish: Wish, items: readonly Generation[]): Generation | undefined {
  if (wish.state.is === 'problem') {
    const id = wish.state.problem.generation
    return items.find((item) => item.id === id)
  }
  const content = contentOfWish(wish)
  return items.find((item) => item.createdAt > wish.after && content === contentOfItem(item))
}

const contentOfItem = ({ model, prompt, settings, images }: Generation): string | null =>
  settings &&
  contentOf(
    { model, prompt, settings },
    images.map(({ id }) => id),
  )

/**
 * A wish and its record are one card. While the answer is out the wish stands for both, because its place must not
 * change under the hand; as soon as there is nothing left to wait for, the record does, and the wish is `settled`.
 */
export function oneCardEach(wishes: readonly Wish[], items: readonly Generation[]) {
  const hidden = new Set<Generation>()
  const settled: string[] = []
  for (const wish of wishes) {
    const record = recordOf(
      wish,
      items.filter((item) => !hidden.has(item)),
    )
    if (!record) continue
    if (wish.state.is === 'sending') hidden.add(record)
    else settled.push(wish.key)
  }
  return {
    wishes: wishes.filter(({ key }) => !settled.includes(key)),
    items: hidden.size === 0 ? items : items.filter((item) => !hidden.has(item)),
    settled,
  }
}
