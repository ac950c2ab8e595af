import { useState } from 'react'
import { Confirm } from '@/components/layout/confirm-dialog'
import { Button, IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { Preset } from '@/lib/shared/presets'
import { PRESET_MESSAGES } from './use-presets'

type Props = {
  items: readonly Preset[]
  onInsert: (preset: Preset) => void
  onRemove: (preset: Preset) => void
}

/** What was saved, with what can be done with it. */
export function PresetList({ items, onInsert, onRemove }: Props) {
  const messages = useMessages(PRESET_MESSAGES)
  const [removing, setRemoving] = useState<Preset | null>(null)
  if (items.length === 0) return <p className="pt-4 text-second text-sm">{messages.empty}</p>
  const { title, text, team, yes } = messages.confirm
  return (
    <>
      <ul aria-label={messages.list} className="max-h-[min(24rem,45dvh)] divide-y overflow-y-auto pt-3">
        {items.map((preset) => (
          <li key={preset.id} className="flex items-center gap-1 py-2.5">
            <div className="min-w-0 grow">
              <p className="truncate font-medium text-sm">{preset.name}</p>
              <p className="line-clamp-2 break-words text-second text-sm">{preset.prompt}</p>
              {preset.shared && (
                <p className="pt-0.5 text-faint text-xs">
                  {preset.by ? messages.by(preset.by) : messages.shared}
                </p>
              )}
            </div>
            <Button
              aria-label={messages.insertOne(preset.name)}
              onClick={() => onInsert(preset)}
              className="shrink-0"
            >
              {messages.insert}
            </Button>
            {preset.manageable && (
              <IconButton
                icon="trash"
                name={messages.remove(preset.name)}
                onClick={() => setRemoving(preset)}
              />
            )}
          </li>
        ))}
      </ul>
      {removing && (
        <Confirm
          title={title(removing.name)}
          text={removing.shared ? team : text}
          yes={yes}
          onYes={() => onRemove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  )
}
