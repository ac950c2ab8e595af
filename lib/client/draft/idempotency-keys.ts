import { randomId } from '@/lib/client/browser'
import { listOf, readStored, unpack, writeStored } from '@/lib/client/storage'
import { DEFAULT_MODEL, defaultField, parametersOf, type Submission, toFields } from '@/lib/shared/models'

const NAME = 'unanswered'
const MOST = 20 // submissions whose answer is still out

const kept = () =>
  listOf(readStored('tab', NAME)).flatMap((one) => {
    const { text, fits } = unpack(one)
    const submission = { key: text('key'), content: asOfNow(text('content')) }
    return fits() ? [submission] : []
  })

type Given = Readonly<Record<string, unknown>>

/** What was given, without what is the default anyway: a version that knows one parameter more says the same of it. */
function contentFrom({ model = DEFAULT_MODEL, ...fields }: Given, imageIds: readonly unknown[]): string {
  const parameters = parametersOf(`${model}`)
  const given = Object.entries(fields).filter(([name, value]) => {
    const parameter = parameters[name]
    return !parameter || value !== defaultField(parameter)
  })
  return JSON.stringify([{ model, ...Object.fromEntries(given.toSorted()) }, imageIds])
}

/** What is asked for, as one text: equal submissions have equal contents. */
export const contentOf = (submission: Submission, imageIds: readonly string[]): string =>
  contentFrom({ model: submission.model, ...toFields(submission) }, imageIds)

/** A content that an earlier version kept, which spelled out its defaults, as this one would write it. */
function asOfNow(content: string): string {
  try {
    const [fields, imageIds]: unknown[] = JSON.parse(content)
    const isRecord = typeof fields === 'object' && fields !== null
    return isRecord && Array.isArray(imageIds) ? contentFrom({ ...fields }, imageIds) : content
  } catch {
    return content // not ours
  }
}

/**
 * The idempotency key for a submission. While the answer to an equal one is still out (a second press, a broken line,
 * a reload), it is that one's key, so that the server makes one video of both.
 */
export function keyFor(content: string): string {
  const submissions = kept()
  const known = submissions.find((submission) => submission.content === content)
  if (known) return known.key
  const key = randomId()
  writeStored('tab', NAME, [{ key, content }, ...submissions].slice(0, MOST))
  return key
}

/**
 * A new key for a submission that a person wants to send once more although an equal one was sent before. It takes the
 * place of the key that was kept for it.
 */
export function renewKey(content: string): string {
  const key = randomId()
  const others = kept().filter((submission) => submission.content !== content)
  writeStored('tab', NAME, [{ key, content }, ...others].slice(0, MOST))
  return key
}

/** The answer has arrived: from now on an equal submission is a new one. */
export function forgetKey(key: string): void {
  writeStored(
    'tab',
    NAME,
    kept().filter((submission) => submission.key !== key),
  )
}
