import { thumbnailOf } from '@/components/gallery/addresses'
import { Card } from '@/components/gallery/card/card'
import { MakingPanel } from '@/components/gallery/card/making-panel'
import { shapeOf } from '@/components/gallery/grid/shape'
import type { SubmissionEntry } from '@/lib/client/submissions'

/** The card of a submission that has no response yet. */
export function PendingCard({ entry }: { entry: SubmissionEntry }) {
  const { submission, images, pressedAt } = entry
  const shape = shapeOf(submission.settings, images)
  return (
    <Card
      {...submission}
      shape={shape}
      taskid={null}
      media={
        <MakingPanel
          status="submitting"
          settings={submission.settings}
          since={pressedAt}
          shape={shape}
          image={thumbnailOf(images)}
        />
      }
    />
  )
}
