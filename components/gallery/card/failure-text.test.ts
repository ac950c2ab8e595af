import { describe, expect, test } from 'vitest'
import { FAILURES } from '@/lib/shared/messages/failures'
import { SAVING_REASONS } from '@/lib/shared/saving-reason'
import { failureText, problemText, savingWaitsText } from './failure-text'

const { en, zh } = FAILURES

const told = (status: 'failed' | 'rejected' | 'unknown', code: string, message: string) => {
  const { title, sentences } = failureText(en, { status, failure: { code, message } })
  return [title, ...sentences].join(' ')
}

describe('what a card says when there is no video', () => {
  test('a refusal at once says that nothing was created', () => {
    const text = told('rejected', 'provider_refused', 'PrivacyInformation: may contain real person')
    expect(text).toContain('Real faces')
    expect(text).toContain('Nothing was created')
    expect(text).not.toContain('may have been billed')
  })

  test('the same reason after the start says that it may have been billed', () => {
    const text = told('failed', 'generation_failed', 'PrivacyInformation: may contain real person')
    expect(text).toContain('Real faces')
    expect(text).toContain('may have been billed')
    expect(text).not.toContain('Nothing was created')
  })

  test('an unknown reason is shown in the provider’s words', () => {
    expect(told('failed', 'generation_failed', 'worker 17 stopped')).toContain('worker 17 stopped')
    expect(told('rejected', 'provider_refused', 'ratio not supported')).toContain('ratio not supported')
    expect(told('failed', 'a code of a later version', 'worker 17 stopped')).toContain('worker 17 stopped')
  })

  test.each(['task_expired', 'task_gone', 'result_lost'] as const)('%s has its own words', (code) => {
    expect(told('failed', code, 'x')).toContain(en.outcomes.failed[code].title)
  })

  test('a lost answer warns before anything is sent again', () => {
    expect(told('unknown', 'provider_unclear', 'x')).toContain('may have been created')
    expect(failureText(en, { status: 'unknown', failure: null }).sentences.join()).toContain(
      'created and billed',
    )
  })

  test('an account without credits is told where to get some', () => {
    const { sentences } = problemText(en, { code: 'out_of_credits', detail: '' })
    expect(sentences.join()).toContain('tensorai.tensorslab.com')
  })
})

describe('why a video that is made is not here yet', () => {
  test.each(SAVING_REASONS)('%s has a sentence of its own in both languages', (code) => {
    const [english, chinese] = [en, zh].map((messages) =>
      savingWaitsText(messages, { code, message: 'a.example' }),
    )
    expect(english).toMatch(/^[A-Z].*\.$/)
    expect(chinese).toMatch(/\p{Script=Han}.*。$/u)
    expect(english?.includes('a.example')).toBe(code === 'host_not_allowed')
  })

  test('is not said while all goes well, nor in words that nobody knows', () => {
    expect(savingWaitsText(en, null)).toBeUndefined()
    expect(savingWaitsText(en, { code: 'toString', message: '' })).toBeUndefined()
  })
})

test('a taskid that was another video’s is told as such', () => {
  expect(told('unknown', 'taskid_taken', 'x')).toContain(en.outcomes.taskidTaken.title)
})
