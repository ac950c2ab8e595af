import { selectRange } from '@/components/gallery/select-range'
import { toggleSelected, useSelection } from '@/components/gallery/selected'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { selectionEn } from '@/lib/shared/messages/en/selection'
import { selectionZh } from '@/lib/shared/messages/zh/selection'

/** Covers a card's media while videos are being selected: a press selects this one, with Shift all up to it. */
export function SelectCheck({ generation }: { generation: Generation }) {
  const { check } = useMessages({ en: selectionEn, zh: selectionZh })
  const checked = useSelection().some(({ id }) => id === generation.id)
  return (
    <>
      <input
        type="checkbox"
        aria-label={check}
        title={check}
        checked={checked}
        onChange={({ nativeEvent }) => {
          const range = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey
          if (range) selectRange(generation)
          else toggleSelected(generation)
        }}
        className="absolute inset-0 z-1 size-full cursor-pointer appearance-none rounded -outline-offset-4 ring-accent ring-inset checked:bg-black/35 checked:ring-3 hover:bg-black/20"
      />
      <span
        aria-hidden="true"
        className={`pointer-events-none absolute top-2.5 left-2.5 z-1 grid size-6 place-items-center rounded-md border-2 ${checked ? 'border-accent bg-accent text-ink' : 'border-white bg-black/50'}`}
      >
        {checked && <Icon name="check" className="size-4" />}
      </span>
    </>
  )
}
