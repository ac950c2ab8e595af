import { useRef } from 'react'
import { flushSync } from 'react-dom'
import type { FramesSnapshot, KnownImage } from '@/components/composer/frames/use-frames'
import type { ProblemAnswer } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { BLANK, fieldsFor, forgetSettings, keepSettings } from '@/lib/client/draft'
import { useLocale, useMessages } from '@/lib/client/messages'
import { startModel, useModels } from '@/lib/client/models'
import type { Fields, ModelId } from '@/lib/shared/models'
import { type Choices, type KeptForm, useKeptForm } from './use-kept-form'
import { useRefusals } from './use-refusals'

type Snapshot = { fields: Fields; choices: Choices; photos: FramesSnapshot }

export type Composer = Pick<KeptForm, 'form' | 'frames' | 'register'> &
  Choices & {
    /** Another model: what it does not take goes, or becomes its default. */
    chooseModel: (model: ModelId) => void
    chooseRatio: () => void
    /** Leaves the ratio to the first photo. */
    adapt: () => void
    lockSeed: (locked: boolean) => void
    turnSoundOn: () => void
    /** Brings the form into sight where it had made room for the videos. */
    open: () => void
    /** Says what the server did not take. */
    refuse: (problem: ProblemAnswer) => void
    /** What stands in the form, to be put back. The last one that was taken is the one that holds. */
    snapshot: () => Snapshot
    restore: (snapshot: Snapshot) => void
    /**
     * Puts a submission of before into the form. Its seed comes along only with `keepSeed`, since with the same
     * settings it makes much the same video again. A seed that is locked here stays.
     */
    fill: (fields: Fields, images: readonly KnownImage[], options?: { keepSeed?: boolean }) => void
    /** Puts another prompt into the form and leaves the rest. */
    write: (prompt: string) => void
    /** It is being sent: from now on a new form begins with these settings. */
    sent: () => void
    /** All answers are there. Not before, the seed is emptied: a second press meanwhile is the same submission. */
    answered: () => void
    /** All settings as they are by default; prompt and photos stay. */
    resetSettings: () => void
  }

/** The form with its photos, and what can be done to it. `busy`: a video is being made as the page is loaded. */
export function useComposer({ busy }: { busy: boolean }): Composer {
  const messages = useMessages()
  const models = useModels()
  const { form, frames, choices, choose, take, register } = useKeptForm(busy)
  const refuse = useRefusals(form, frames, messages, useLocale())
  /** The seed that was sent and is waiting to be emptied. */
  const spentSeed = useRef('')

  // At once, since what is hidden takes no focus.
  const open = () => flushSync(() => choose({ collapsed: false }))

  return {
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
      spentSeed.current = '' // it made nothing
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
      const known = models.find((id) => id === fields.model) ?? startModel(models)
      take(fieldsFor(known, { ...fields, seed }), images, { ratioChosen: true })
    },
    write(prompt) {
      open()
      form.setValue('prompt', prompt)
      form.setFocus('prompt')
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
      announce(messages.composer.resetDone)
    },
  }
}
