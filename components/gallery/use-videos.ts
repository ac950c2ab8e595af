import { useState } from 'react'
import { type Submissions, useSubmissionNews, useSubmissions } from '@/lib/client/submissions'
import type { Generation } from '@/lib/shared/generation'
import type { GenerationActions } from './actions/generation-actions'
import { type FormActions, useFeedActions } from './actions/use-feed-actions'
import { type Removal, useRemoval } from './actions/use-removal'
import type { FirstPage } from './feed/feed'
import { type Gallery, useFeed } from './feed/use-feed'
import { useGaps } from './grid/use-gaps'
import { type SubmissionCards, useSubmissionCards } from './submissions/use-submission-cards'

type Videos = {
  gallery: Gallery
  submissions: Submissions
  cards: SubmissionCards
  /** Videos that were just taken out of view, whose places stay empty. */
  gaps: readonly Generation[]
  actions: GenerationActions
  /** Deletes several at once. */
  onRemove: Removal['remove']
  /** Id of the video that plays large, if one does. */
  playing: string | null
  setPlaying: (id: string | null) => void
}

/** The gallery’s state: feed, submissions and the actions of their cards. */
export function useVideos(firstPage: FirstPage, form: FormActions): Videos {
  const gallery = useFeed(firstPage)
  const [playing, setPlaying] = useState<string | null>(null)
  const { gaps, leaveGap } = useGaps(gallery.view)
  const removal = useRemoval(gallery)
  const submissions = useSubmissions(removal.items[0]?.createdAt ?? '')
  const cards = useSubmissionCards(submissions, removal)
  useSubmissionNews(submissions, ({ type, entry: { submission, phase } }) => {
    if (type === 'submitted') gallery.reveal(submission.prompt)
    if (phase.type === 'accepted') for (const one of phase.generations) gallery.upsert(one)
    // The server has recorded the failure.
    if ('problem' in phase && phase.problem.generation !== undefined) gallery.refresh()
  })
  return {
    gallery,
    submissions,
    cards,
    gaps,
    actions: useFeedActions({
      gallery,
      removal,
      submissions,
      form,
      play: ({ id }) => setPlaying(id),
      leaveGap,
    }),
    onRemove: removal.remove,
    playing,
    setPlaying,
  }
}
