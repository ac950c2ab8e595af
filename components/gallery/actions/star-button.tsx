import { IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { useGenerationActions } from './generation-actions'

/** Stars a video. Nothing for others’ videos: a star is its owner’s. */
export function StarButton({ generation, shortcut }: { generation: Generation; shortcut?: string }) {
  const { star } = useGenerationActions()
  const name = useMessages('gallery').star
  if (generation.by !== null) return null
  return (
    <IconButton
      icon="star"
      name={name}
      aria-pressed={generation.starred}
      aria-keyshortcuts={shortcut}
      onClick={() => star(generation)}
      className="aria-pressed:text-mark aria-pressed:[&_svg]:fill-current"
    />
  )
}
