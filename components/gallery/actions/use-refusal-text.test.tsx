// @vitest-environment happy-dom
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import type { ProblemAnswer, Refused } from '@/lib/client/api'
import { MessagesProvider } from '@/lib/client/messages'
import { en } from '@/lib/shared/messages/en'
import { FAILURES } from '@/lib/shared/messages/failures'
import type { Locale } from '@/lib/shared/messages/locale'
import { act, renderHook, waitFor } from '@/testing/dom'
import { useRefusalText } from './use-refusal-text'

async function textOf(refused: Refused, locale: Locale = 'en'): Promise<string> {
  const { result } = await act(async () =>
    renderHook(useRefusalText, {
      wrapper: ({ children }) => (
        <Suspense>
          <MessagesProvider locale={locale}>{children}</MessagesProvider>
        </Suspense>
      ),
    }),
  )
  await waitFor(() => expect(result.current).toBeTypeOf('function')) // the language is there
  return result.current(refused)
}

const problem = (problem: ProblemAnswer): Refused => ({ type: 'problem', problem })

test('what the studio says of an input without a reason is told as it says it', async () => {
  expect(await textOf(problem({ code: 'invalid_input', detail: 'Enter another one.' }))).toContain(
    'Enter another one.',
  )
})

test('the kind of failure is told at least', async () => {
  expect(await textOf(problem({ code: 'unauthenticated', detail: 'Sign in.' }))).toContain(
    FAILURES.en.problems.unauthenticated.title,
  )
})

test('without an answer it is the line', async () => {
  expect(await textOf({ type: 'networkError' })).toBe(en.decisions.networkError)
})

test('a reason is told in the reader’s language', async () => {
  const reason = { type: 'task_unknown', field: 'taskid' } as const
  expect(
    await textOf(problem({ code: 'invalid_input', detail: 'in English', reasons: [reason] }), 'zh'),
  ).toBe(FAILURES.zh.reasons.task_unknown(reason))
})
