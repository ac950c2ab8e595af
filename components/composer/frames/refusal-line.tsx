import { imageRefusalText } from '@/components/composer/form/problem-text'
import type { ProblemAnswer } from '@/lib/client/api'
import { useLocale, useMessages } from '@/lib/client/messages'
import { FramesSentence } from './sentence'

type Props = { problem: ProblemAnswer; image: 1 | 2; onReframe: () => void }

/** Why an image was not taken, and what can be done about it. */
export function RefusalLine({ problem, image, onReframe }: Props) {
  const parts = imageRefusalText(useMessages(), useLocale(), problem, image)
  return <FramesSentence parts={parts} onReframe={onReframe} />
}
