import { randomId } from '@/lib/client/browser'
import { listOf, readStored, unpack, writeStored } from '@/lib/client/storage'
import {
  countOf,
  DEFAULT_MODEL,
  defaultField,
  parametersOf,
  type Submission,
  toFields,
} from '@/lib/shared/models'

const NAME = 'unanswered'
const MAX_KEPT = 20 // submissions in flight

const kept = () =>
  listOf(readStored('tab', NAME)).flatMap((one) => {
    const { text, isValid } = unpack(one)
    const submission = { key: text('key'), content: upgraded(text('content')) }
    return isValid() ? [submission] : []
  })

type Given = Readonly<Record<string, unknown>>

/** Leaves out defaults, so that a version with one more parameter gives the same content. */
function contentFrom({ model = DEFAULT_MODEL, ...fields }: Given, imageIds: readonly unknown[]): string {
  const parameters = parametersOf(`${model}`)
  const given = Object.entries(fields).filter(([name, value]) => {
    const parameter = parameters[name]
    return !parameter || value !== defaultField(parameter)
  })
  return JSON.stringify([{ model, ...Object.fromEntries(given.sort()) }, imageIds])
}

/** The content of a request as text, equal for equal submissions. */
export const contentOf = (submission: Submission, imageIds: readonly string[]): string =>
  contentFrom(
    {
      model: submission.model,
      ...(countOf(submission) > 1 && { count: submission.count }),
      ...toFields(submission),
    },
    imageIds,
  )

/** A content kept by an earlier version, which spelled out defaults, in the current form. */
function upgraded(content: string): string {
  try {
    const [fields, imageIds]: unknown[] = JSON.parse(content)
    const isRecord = typeof fields === 'object' && fields !== null
    return isRecord && Array.isArray(imageIds) ? contentFrom({ ...fields }, imageIds) : content
  } catch {
    return content // not ours
  }
}

/**
 * The idempotency key of a submission. While an equal one is in flight (second press, network error, reload) it is
 * that one’s key, so that the server makes one video of both.
 */
export function keyFor(content: string): string {
  const submissions = kept()
  const known = submissions.find((submission) => submission.content === content)
  if (known) return known.key
  const key = randomId()
  writeStored('tab', NAME, [{ key, content }, ...submissions].slice(0, MAX_KEPT))
  return key
}

/**
 * A new idempotency key, for a submission that the user wants to send again although an equal one was sent. Replaces
 * the key kept for it.
 */
export function renewKey(content: string): string {
  const key = randomId()
  const others = kept().filter((submission) => submission.content !== content)
  writeStored('tab', NAME, [{ key, content }, ...others].slice(0, MAX_KEPT))
  return key
}

/** Call when the response has arrived: from then on an equal submission is a new one. */
export function forgetKey(key: string): void {
  writeStored(
    'tab',
    NAME,
    kept().filter((submission) => submission.key !== key),
  )
}
