import * as z from 'zod/mini'

/** Digits, at most four of them after a point. */
const NUMBER = /^\d{1,9}(\.\d{1,4})?$/

/** A number as people type it, with whatever digits their keyboard has; null where the field is empty. */
export const numberField = (wrong: string) =>
  z.pipe(
    z.string(),
    z.pipe(
      z.transform((text: string) => text.normalize('NFKC').trim()),
      z.pipe(
        z.string().check(z.refine((text) => text === '' || NUMBER.test(text), { error: wrong })),
        z.transform((text: string) => (text === '' ? null : Number(text))),
      ),
    ),
  )

/** As it is shown in a field. */
export const fieldText = (value: number | null | undefined): string => (value == null ? '' : `${value}`)
