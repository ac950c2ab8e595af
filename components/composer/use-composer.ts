import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { type Resolver, useForm } from 'react-hook-form'
import type { ProblemAnswer } from '@/lib/client/api'
import { BLANK, type Draft, keepDraft, parseFields, readDraft, withoutEmpty } from '@/lib/client/draft'
import { useWords } from '@/lib/client/words'
import { reasonOf } from '@/lib/shared/reason'
import { type Fields, type Submission, submissionSchema } from '@/lib/shared/seedance'
import type { Words } from '@/lib/shared/words/en'
import { refuseInput } from './refuse'
import { sayFieldReason } from './say-problem'
import { type FramesSnapshot, type KnownImage, useFrames } from './use-frames'

type FieldName = keyof Fields
type Snapshot = { fields: Fields; ratioChosen: boolean; photos: FramesSnapshot }

/** The one schema of the contract, its refusals in the reader's language. */
function resolverFor(words: Words): Resolver<Fields, unknown, Submission> {
  const check = zodResolver(submissionSchema, {
    error: (issue) => sayFieldReason(words, reasonOf(issue)),
  })
  return (fields, context, options) => check(withoutEmpty(fields), context, options)
}

/** The form with its photos; it survives a reload. */
export function useComposer() {
  const words = useWords()
  const frames = useFrames()
  const form = useForm<Fields, unknown, Submission>({ defaultValues: BLANK, resolver: resolverFor(words) })
  /** An image that comes or goes changes the ratio only as long as the person has not. */
  const [ratioChosen, setRatioChosen] = useState(false)
  const early = useRef<Partial<Record<FieldName, string>>>({})
  const [begun, setBegun] = useState(false)

  const take = (fields: Fields, images: Parameters<typeof frames.restore>[0], chosen: boolean) => {
    form.reset(fields, { keepDefaultValues: true })
    frames.restore(images)
    setRatioChosen(chosen)
  }

  const begin = useEffectEvent(() => {
    const draft = readDraft()
    const fields = parseFields({ ...BLANK, ...draft?.fields, ...early.current })
    take(fields ?? BLANK, draft?.images ?? [], draft?.ratioChosen ?? early.current.ratio !== undefined)
    setBegun(true)
  })
  useLayoutEffect(() => begin(), [])

  const draft = (): Draft => ({
    fields: form.getValues(),
    ratioChosen,
    images: frames.frames.flatMap(({ name, size, upload }) =>
      size && upload.is === 'done' ? [{ id: upload.id, name, ...size }] : [],
    ),
  })
  const keep = useEffectEvent(() => begun && keepDraft(draft()))
  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => keep() }), [form])
  useEffect(() => {
    if (frames.frames || ratioChosen || begun) keep()
  }, [frames.frames, ratioChosen, begun])

  const hasImages = frames.frames.length > 0
  useEffect(() => {
    if (begun && !ratioChosen) form.setValue('ratio', hasImages ? 'adaptive' : BLANK.ratio)
  }, [form, begun, hasImages, ratioChosen])

  return {
    form,
    frames,
    chooseRatio: () => setRatioChosen(true),
    adapt() {
      form.setValue('ratio', 'adaptive')
      setRatioChosen(true)
    },
    /** As form.register; what was typed before the page came alive is kept. */
    register(name: FieldName) {
      const registered = form.register(name)
      return {
        ...registered,
        defaultValue: BLANK[name],
        ref(element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null) {
          if (element && !begun && element.value !== BLANK[name]) early.current[name] = element.value
          registered.ref(element)
        },
      }
    },
    /** Says what the server did not take. */
    refuse: (problem: ProblemAnswer) => refuseInput(words, problem, frames, form.setError),
    /** Puts a wish of before into the form. */
    fill: (fields: Fields, images: readonly KnownImage[]) => take({ ...BLANK, ...fields }, images, true),
    /** What stands in the form, to be put back. The last one that was taken is the one that holds. */
    snapshot: () => ({ fields: form.getValues(), ratioChosen, photos: frames.snapshot() }),
    restore: ({ fields, ratioChosen, photos }: Snapshot) => take(fields, photos, ratioChosen),
    /** Puts another prompt into the form and leaves the rest. */
    write(prompt: string) {
      form.setValue('prompt', prompt)
      form.setFocus('prompt')
    },
  }
}

export type Composer = ReturnType<typeof useComposer>
