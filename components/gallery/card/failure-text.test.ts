import { describe, expect, test } from 'vitest'
import { FAILURES } from '@/lib/shared/messages/failures'
import { SAVING_REASONS } from '@/lib/shared/saving-reason'
import { failureText, problemText, savingWaitsText, sentencesOf } from './failure-text'

const { en, zh } = FAILURES

const textFor = (status: 'failed' | 'rejected' | 'unknown', code: string, message: string) => {
  const text = failureText(en, { status, failure: { code, message } })
  return [text.title, ...sentencesOf(text, [])].join(' ')
}

describe('the text of a card without a video', () => {
  test('an immediate rejection says that nothing was created', () => {
    const text = textFor('rejected', 'provider_refused', 'PrivacyInformation: may contain real person')
    expect(text).toContain('Real faces')
    expect(text).toContain('Nothing was created')
    expect(text).not.toContain('may have been billed')
  })

  test('the same reason after the task started says that it may have been billed', () => {
    const text = textFor('failed', 'generation_failed', 'PrivacyInformation: may contain real person')
    expect(text).toContain('Real faces')
    expect(text).toContain('may have been billed')
    expect(text).not.toContain('Nothing was created')
  })

  test('an unknown reason is shown in the provider’s own words', () => {
    expect(textFor('failed', 'generation_failed', 'worker 17 stopped')).toContain('worker 17 stopped')
    expect(textFor('rejected', 'provider_refused', 'ratio not supported')).toContain('ratio not supported')
    expect(textFor('failed', 'a code of a later version', 'worker 17 stopped')).toContain('worker 17 stopped')
  })

  test.each(['task_expired', 'task_gone', 'result_lost'] as const)('%s has a text of its own', (code) => {
    expect(textFor('failed', code, 'x')).toContain(en.outcomes.failed[code].title)
  })

  test('a lost answer warns that the video may have been created and billed', () => {
    expect(textFor('unknown', 'provider_unclear', 'x')).toContain('may have been created')
    expect(failureText(en, { status: 'unknown', failure: null }).text).toContain('created and billed')
  })

  test('an account out of credits links to where to buy more', () => {
    const { text } = problemText(en, { code: 'out_of_credits', detail: '' })
    expect(text).toContain('tensorai.tensorslab.com')
  })

  test.each(Object.keys(en.problems))('%s says the reason, what to do, and last what was billed', (code) => {
    const told = (language: typeof en) => {
      const problem = Object.entries(language.problems).find(([name]) => name === code)?.[1]
      return problem?.text({ detail: 'x', retryAfter: 42 }) ?? ''
    }
    const money = { en: /[^.]*\bbilled\b[^.]*\.$/, zh: /[^。；]*计费。$/ }
    for (const [text, last] of [[told(en), money.en] as const, [told(zh), money.zh] as const]) {
      if (/billed|计费/.test(text)) expect(text).toMatch(last)
    }
    const refused = problemText(en, {
      code: 'provider_refused',
      detail: 'PrivacyInformation: may contain real person',
    })
    expect(sentencesOf(refused, ['Another model takes them.']).at(-1)).toContain('Nothing was created')
  })
})

describe('why a rendered video is not saved yet', () => {
  test.each(SAVING_REASONS)('%s has a sentence in both languages', (code) => {
    const [english, chinese] = [en, zh].map((messages) =>
      savingWaitsText(messages, { code, message: 'a.example' }),
    )
    expect(english).toMatch(/^[A-Z].*\.$/)
    expect(chinese).toMatch(/\p{Script=Han}.*。$/u)
    expect(english?.includes('a.example')).toBe(['host_not_allowed', 'fake_address'].includes(code))
  })

  test('nothing is shown without a failure or for an unknown reason', () => {
    expect(savingWaitsText(en, null)).toBeUndefined()
    expect(savingWaitsText(en, { code: 'toString', message: '' })).toBeUndefined()
  })
})

test('a taskid that was another video’s is told as such', () => {
  expect(textFor('unknown', 'taskid_taken', 'x')).toContain(en.outcomes.taskidTaken.title)
})
