import type { ProblemAnswer } from '@/lib/client/api'
import type { FirstPage } from './feed'
import { type FormDeeds, useDeeds } from './use-deeds'
import { useGallery } from './use-gallery'
import { useRemoval } from './use-removal'
import { useWishes } from './use-wishes'

type Reach = {
  form: FormDeeds
  compare: Parameters<typeof useDeeds>[0]['compare']
  /** What was entered in the form was not taken. */
  onInvalid: (problem: ProblemAnswer) => void
}

/** The films that are there, those that are wished for, and what can be done with them. */
export function useFilms(firstPage: FirstPage, { form, compare, onInvalid }: Reach) {
  const gallery = useGallery(firstPage)
  const removal = useRemoval(gallery)
  const wishes = useWishes({
    items: removal.items,
    making: removal.making,
    onSent: gallery.reveal,
    onCreated: gallery.adopt,
    onRecorded: gallery.refresh,
    onInvalid,
  })
  return { gallery, wishes, deeds: useDeeds({ gallery, removal, wishes, form, compare }) }
}
