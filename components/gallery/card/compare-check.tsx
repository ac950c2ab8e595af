import { MOST_COMPARED, useCompareChoice } from '@/components/gallery/compare-choice'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { compareEn } from '@/lib/shared/messages/en/compare'
import { compareZh } from '@/lib/shared/messages/zh/compare'

type Props = { generation: Generation; onToggle: (generation: Generation) => void }

/** On every video while some are being picked for comparison: whether this one is. */
export function CompareCheck({ generation, onToggle }: Props) {
  const { check } = useMessages({ en: compareEn, zh: compareZh })
  const chosen = useCompareChoice()
  const checked = chosen.some(({ id }) => id === generation.id)
  return (
    <label
      title={check}
      className="absolute top-1 left-1 grid size-10 place-items-center pointer-coarse:size-11"
    >
      <input
        type="checkbox"
        aria-label={check}
        checked={checked}
        disabled={!checked && chosen.length === MOST_COMPARED}
        onChange={() => onToggle(generation)}
        className="size-6 accent-accent"
      />
    </label>
  )
}
