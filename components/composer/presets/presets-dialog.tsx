import { useState } from 'react'
import type { Composer } from '@/components/composer/form/use-composer'
import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { fieldsOf, withoutEmpty } from '@/lib/client/draft'
import { useMessages } from '@/lib/client/messages'
import { blanksIn, type Preset } from '@/lib/shared/presets'
import { FillBlanks } from './fill-blanks'
import { PresetList } from './preset-list'
import { SavePreset } from './save-preset'
import { PRESET_MESSAGES, usePresets } from './use-presets'

type Props = { composer: Composer; onClose: () => void }

/** Saves what stands in the form, and puts what was saved into it. */
export function PresetsDialog({ composer, onClose }: Props) {
  const messages = useMessages(PRESET_MESSAGES)
  const { items, failed, read, save, remove } = usePresets()
  const [chosen, setChosen] = useState<Preset | null>(null)

  const insert = ({ name, model, settings }: Preset, prompt: string) =>
    composer.refill(messages.inserted(name), () => {
      if (!settings) return composer.write({ prompt })
      const { seed: _seed, count: _count, ...fields } = fieldsOf({ model, prompt, settings })
      composer.write(fields)
      if (composer.frames.frames.length === 0) composer.chooseRatio()
    })

  return (
    <Dialog title={chosen?.name ?? messages.title} onClose={onClose}>
      {(close) => {
        const choose = (preset: Preset) => {
          if (blanksIn(preset.prompt).length > 0) return setChosen(preset)
          close()
          insert(preset, preset.prompt)
        }
        if (chosen)
          return (
            <FillBlanks
              prompt={chosen.prompt}
              onBack={() => setChosen(null)}
              onFilled={(prompt) => {
                close()
                insert(chosen, prompt)
              }}
            />
          )
        return (
          <>
            <SavePreset onSave={(given) => save({ ...given, fields: savedFields(composer) })} />
            {failed && (
              <p role="alert" className="flex flex-wrap items-center gap-2 pt-4 text-second text-sm">
                {messages.notLoaded}
                <Button onClick={() => void read()}>{messages.retry}</Button>
              </p>
            )}
            {items && (
              <PresetList items={items} onInsert={choose} onRemove={(preset) => void remove(preset)} />
            )}
            <div className="flex justify-end pt-4">
              <Button onClick={close}>{messages.close}</Button>
            </div>
          </>
        )
      }}
    </Dialog>
  )
}

/** Of the form, what a preset keeps. */
function savedFields({ form }: Composer): Record<string, string> {
  const { seed: _seed, count: _count, ...fields } = withoutEmpty(form.getValues())
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  )
}
