import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { FramesSnapshot, KnownImage } from '@/components/composer/frames/use-frames'
import type { ProblemAnswer } from '@/lib/client/api'
import { BLANK, fieldsFor, forgetSettings, keepSettings } from '@/lib/client/draft'
import { useLocale, useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { type Fields, type ModelId, offeredModel } from '@/lib/shared/models'
import { type Choices, type KeptForm, useKeptForm } from './use-kept-form'
import { useRefilling } from './use-refilling'
import { useRefusals } from './use-refusals'

type Snapshot = { fields: Fields; choices: Choices; photos: FramesSnapshot }

export type Composer = Pick<KeptForm, 'form' | 'frames' | 'register'> &
  Choices & {
    /** Switches the model. Values that it doesn’t accept are dropped or become its defaults. */
    chooseModel: (model: ModelId) => void
    chooseRatio: () => void
    /** Sets the ratio to `adaptive`: the first image decides. */
    adapt: () => void
    lockSeed: (locked: boolean) => void
    turnSoundOn: () => void
    /** Expands the form if it was collapsed, and focuses the prompt. */
    open: () => void
    /** Shows what the server refused. */
    refuse: (problem: ProblemAnswer) => void
    /** The content of the form, for `restore`. Only the latest snapshot is valid. */
    snapshot: () => Snapshot
    restore: (snapshot: Snapshot) => void
    /** Changes the content of the form. A toast with this text offers to put the previous one back. */
    refill: (text: string, change: () => void) => void
    /**
     * Fills the form with an earlier submission. The seed is taken over only with `keepSeed`, since the same settings
     * with the same seed make much the same video. A seed locked in the form stays.
     */
    fill: (fields: Fields, images: readonly KnownImage[], options?: { keepSeed?: boolean }) => void
    /** Replaces these fields. A photo keeps deciding the ratio. */
    write: (fields: Partial<Fields>) => void
    /** Call when the form has been submitted: new forms start with these settings from now on. */
    sent: () => void
    /**
     * Call when every response has arrived. Only then is the seed cleared, so that a second press in the meantime is
     * still the same submission (idempotency key).
     */
    answered: () => void
    /** Resets all settings to the defaults; prompt and images stay. */
    resetSettings: () => void
  }

/** The form with its images, and every action on it. `busy`: a generation is active when the page loads. */
export function useComposer({ busy }: { busy: boolean }): Composer {
  const messages = useMessages()
  const models = useModels()
  const { form, frames, choices, choose, take, register } = useKeptForm(busy)
  const refuse = useRefusals(form, frames, messages, useLocale())
  /** The seed that was sent and is waiting to be emptied. */
  const spentSeed = useRef('')

  // Synchronous, because hidden elements can’t take focus.
  const open = () => flushSync(() => choose({ collapsed: false }))

  const composer: Omit<Composer, 'refill'> = {
    form,
    frames: {
      ...frames,
      add(...photos: Parameters<typeof frames.add>) {
        choose({ collapsed: false })
        frames.add(...photos)
      },
    },
    ...choices,
    register,
    chooseModel: (model) => form.reset(fieldsFor(model, form.getValues()), { keepDefaultValues: true }),
    chooseRatio: () => choose({ ratioChosen: true }),
    adapt() {
      form.setValue('ratio', 'adaptive')
      choose({ ratioChosen: true })
    },
    lockSeed: (seedLocked) => choose({ seedLocked }),
    turnSoundOn: () => form.setValue('generate_audio', '1'),
    open() {
      open()
      form.setFocus('prompt')
    },
    refuse(problem) {
      spentSeed.current = '' // it wasn't used
      open()
      refuse(problem)
    },
    snapshot: () => ({ fields: form.getValues(), choices, photos: frames.snapshot() }),
    restore({ fields, choices: before, photos }) {
      open()
      take(fields, photos, { ...before, collapsed: false })
    },
    fill(fields, images, { keepSeed = false } = {}) {
      open()
      const locked = choices.seedLocked && (form.getValues('seed') || fields.seed)
      const seed = locked || (keepSeed && fields.seed) || ''
      const known = offeredModel(models, fields.model)
      take(fieldsFor(known, { ...fields, seed }), images, { ratioChosen: true })
    },
    write(fields) {
      open()
      const before = form.getValues()
      const ratio = frames.frames.length > 0 ? before.ratio : (fields.ratio ?? before.ratio)
      form.setFocus('prompt') // takes effect a moment later; after the reset no field is known until the next render
      form.reset(
        fieldsFor(offeredModel(models, fields.model ?? before.model), { ...before, ...fields, ratio }),
        {
          keepDefaultValues: true,
          keepFieldsRef: true, // or the prompt couldn't be focused before the next render
        },
      )
    },
    sent() {
      const fields = form.getValues()
      const { ratioChosen, openRatio, seedLocked } = choices
      keepSettings({ ...fields, ratio: ratioChosen ? fields.ratio : openRatio }, seedLocked)
      spentSeed.current = fields.seed ?? ''
      choose({ collapsed: true })
    },
    answered() {
      const spent = spentSeed.current
      spentSeed.current = ''
      if (spent !== '' && !choices.seedLocked && form.getValues('seed') === spent) form.setValue('seed', '')
    },
    resetSettings() {
      forgetSettings()
      const ratio = frames.frames.length > 0 ? 'adaptive' : BLANK.ratio
      const { model, prompt } = form.getValues()
      form.reset({ ...BLANK, model, ratio, prompt }, { keepDefaultValues: true })
      choose({ ratioChosen: false, openRatio: BLANK.ratio, seedLocked: false })
    },
  }
  return { ...composer, refill: useRefilling(composer) }
}
