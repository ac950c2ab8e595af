import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { ProblemAnswer } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { BLANK, forgetSettings, keepSettings } from '@/lib/client/draft'
import { useWords } from '@/lib/client/words'
import type { Fields } from '@/lib/shared/models'
import type { FramesSnapshot, KnownImage } from './use-frames'
import { type Choices, useKeptForm } from './use-kept-form'
import { useRefusals } from './use-refusals'

type Snapshot = { fields: Fields; choices: Choices; photos: FramesSnapshot }

/** The form with its photos, and what can be done to it. `busy`: a film is being made as the page is loaded. */
export function useComposer({ busy }: { busy: boolean }) {
  const words = useWords()
  const { form, frames, choices, choose, take, register } = useKeptForm(busy)
  const refuse = useRefusals(form, frames, words)
  /** The seed that was sent and is waiting to be emptied. */
  const [spentSeed, setSpentSeed] = useState('')

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
    chooseRatio: () => choose({ ratioChosen: true }),
    adapt() {
      form.setValue('ratio', 'adaptive')
      choose({ ratioChosen: true })
    },
    lockSeed: (seedLocked: boolean) => choose({ seedLocked }),
    turnSoundOn: () => form.setValue('generate_audio', '1'),
    /** Brings the form into sight where it had made room for the films. */
    open() {
      open()
      form.setFocus('prompt')
    },
    /** Says what the server did not take. */
    refuse(problem: ProblemAnswer) {
      setSpentSeed('') // it made nothing
      open()
      refuse(problem)
    },
    /** What stands in the form, to be put back. The last one that was taken is the one that holds. */
    snapshot: (): Snapshot => ({ fields: form.getValues(), choices, photos: frames.snapshot() }),
    restore({ fields, choices: before, photos }: Snapshot) {
      open()
      take(fields, photos, { ...before, collapsed: false })
    },
    /**
     * Puts a wish of before into the form. Its seed comes along only with `keepSeed`, since with the same settings
     * it makes much the same film again. A seed that is locked here stays.
     */
    fill(fields: Fields, images: readonly KnownImage[], { keepSeed = false } = {}) {
      open()
      const locked = choices.seedLocked && (form.getValues('seed') || fields.seed)
      const seed = locked || (keepSeed && fields.seed) || ''
      take({ ...BLANK, ...fields, seed }, images, { ratioChosen: true })
    },
    /** Puts another prompt into the form and leaves the rest. */
    write(prompt: string) {
      open()
      form.setValue('prompt', prompt)
      form.setFocus('prompt')
    },
    /** It is being sent: from now on a new form begins with these settings. */
    sent() {
      const fields = form.getValues()
      const { ratioChosen, openRatio, seedLocked } = choices
      keepSettings({ ...fields, ratio: ratioChosen ? fields.ratio : openRatio }, seedLocked)
      setSpentSeed(fields.seed ?? '')
      choose({ collapsed: true })
    },
    /** All answers are there. Not before, the seed is emptied: a second press meanwhile is the same wish. */
    answered() {
      if (spentSeed === '') return
      setSpentSeed('')
      if (!choices.seedLocked && form.getValues('seed') === spentSeed) form.setValue('seed', '')
    },
    /** All settings as they are by default; prompt and photos stay. */
    resetSettings() {
      forgetSettings()
      const ratio = frames.frames.length > 0 ? 'adaptive' : BLANK.ratio
      form.reset({ ...BLANK, ratio, prompt: form.getValues('prompt') }, { keepDefaultValues: true })
      choose({ ratioChosen: false, openRatio: BLANK.ratio, seedLocked: false })
      announce(words.composer.resetDone)
    },
  }
}

export type Composer = ReturnType<typeof useComposer>
