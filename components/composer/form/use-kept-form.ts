import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { type UseFormRegisterReturn, type UseFormReturn, useForm } from 'react-hook-form'
import {
  type FramesControl,
  type FramesSnapshot,
  type KnownImage,
  useFrames,
} from '@/components/composer/frames/use-frames'
import {
  BLANK,
  type Draft,
  fieldsFor,
  keepDraft,
  parseFields,
  readDraft,
  readSettings,
} from '@/lib/client/draft'
import { useLocale, useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { type Fields, offeredModel, type Submission } from '@/lib/shared/models'
import { resolverFor } from './resolver'

type FieldName = keyof Fields

/** What the user has decided about the form besides its fields. */
export type Choices = Omit<Draft, 'fields' | 'images'>

export type KeptForm = {
  form: UseFormReturn<Fields, unknown, Submission>
  frames: FramesControl
  choices: Choices
  choose: (change: Partial<Choices>) => void
  /** Replaces the whole content of the form. */
  take: (fields: Fields, images: readonly KnownImage[] | FramesSnapshot, change: Partial<Choices>) => void
  /** Like form.register, but keeps what was typed before hydration. */
  register: (name: FieldName) => UseFormRegisterReturn<FieldName> & { defaultValue: string }
}

const isEmpty = ({ fields, images }: Draft) => fields.prompt.trim() === '' && images.length === 0

/**
 * The form, restored from this tab’s draft; in a new tab, from the settings that were submitted last. `busy`: a
 * generation is active when the page loads, so narrow screens show the videos first unless a draft has been started.
 */
export function useKeptForm(busy: boolean): KeptForm {
  const messages = useMessages()
  const locale = useLocale()
  const models = useModels()
  const frames = useFrames()
  const form = useForm<Fields, unknown, Submission>({
    defaultValues: BLANK,
    resolver: resolverFor(messages, locale),
  })
  const [choices, setChoices] = useState<Choices>({
    ratioChosen: false,
    openRatio: BLANK.ratio,
    seedLocked: false,
    collapsed: busy,
  })
  const typedEarly = useRef<Partial<Record<FieldName, string>>>({})
  const [restored, setRestored] = useState(false)

  const choose = (change: Partial<Choices>) => setChoices((before) => ({ ...before, ...change }))
  const take: KeptForm['take'] = (fields, images, change) => {
    form.reset(fields, { keepDefaultValues: true })
    frames.restore(images)
    choose(change)
  }
  const draft = (): Draft => ({
    ...choices,
    fields: form.getValues(),
    images: frames.frames.flatMap(({ name, size, upload }) =>
      size && upload.type === 'done' ? [{ id: upload.id, name, ...size }] : [],
    ),
  })

  const begin = useEffectEvent(() => {
    const draft = readDraft()
    const last = readSettings()
    const typed = typedEarly.current
    const kept = parseFields({ ...last.fields, ...draft?.fields, ...typed }) ?? BLANK
    const fields = fieldsFor(offeredModel(models, kept.model), kept)
    const collapsed = draft && !isEmpty(draft) ? draft.collapsed : busy
    take(fields, draft?.images ?? [], {
      ratioChosen: draft?.ratioChosen ?? typed.ratio !== undefined,
      openRatio: draft?.openRatio ?? last.fields.ratio,
      seedLocked: draft?.seedLocked ?? last.seedLocked,
      collapsed: collapsed && Object.keys(typed).length === 0,
    })
    setRestored(true)
  })
  useLayoutEffect(() => begin(), [])

  const keep = useEffectEvent(() => {
    if (restored) keepDraft(draft())
  })
  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => keep() }), [form])
  useEffect(() => {
    if (frames.frames || choices || restored) keep()
  }, [frames.frames, choices, restored])

  const { ratioChosen, openRatio } = choices
  const unchosen = frames.frames.length > 0 ? 'adaptive' : openRatio
  useEffect(() => {
    if (restored && !ratioChosen) form.setValue('ratio', unchosen)
  }, [form, restored, ratioChosen, unchosen])

  const register: KeptForm['register'] = (name) => {
    const registered = form.register(name)
    return {
      ...registered,
      defaultValue: BLANK[name],
      ref(element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null) {
        if (element && !restored && element.value !== BLANK[name]) typedEarly.current[name] = element.value
        registered.ref(element)
      },
    }
  }

  return { form, frames, choices, choose, take, register }
}
