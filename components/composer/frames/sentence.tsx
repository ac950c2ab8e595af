import { Button } from '@/components/ui'
import type { Pressable } from '@/lib/shared/messages/en/frames'

type Props = { parts: Pressable; onReframe: () => void; onAdapt?: () => void }

/** A sentence with buttons inside. */
export function FramesSentence({ parts, onReframe, onAdapt }: Props) {
  return parts.map((part) =>
    typeof part === 'string' ? (
      part
    ) : (
      <span key={part.press} className="whitespace-nowrap">
        <Button variant="link" onClick={part.press === 'reframe' ? onReframe : onAdapt}>
          {part.text}
        </Button>
        {part.after}
      </span>
    ),
  )
}
