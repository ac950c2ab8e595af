import { describe, expect, test } from 'vitest'
import { ACTIVE, STATUSES } from '@/lib/shared/generation'
import { PROBLEMS } from '@/lib/shared/problem'
import { REFUSALS } from '@/lib/shared/refusal'
import { textsOf } from '@/testing/messages/texts-of'
import { en } from './en'
import { FAILURES } from './failures'
import { zh } from './zh'

/** Every text by its path. Functions can't be called without arguments, so only their presence is noted. */
function texts(value: unknown, path = ''): Map<string, string | 'a function'> {
  if (typeof value === 'string') return new Map([[path, value]])
  if (typeof value === 'function') return new Map([[path, 'a function']])
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...texts(inner, `${path}.${key}`)]))
}

/** Every file of messages by its name, including those that the page loads on demand. */
const files = (language: string, modules: Record<string, unknown>) =>
  new Map(
    Object.entries(modules).flatMap(([file, messages]) => {
      const exported = typeof messages === 'object' && messages !== null ? Object.values(messages) : []
      return exported.flatMap((value) => [...texts(value, file.replace(`./${language}/`, ''))])
    }),
  )
const english = files('en', import.meta.glob('./en/*.ts', { eager: true }))
const chinese = files('zh', import.meta.glob('./zh/*.ts', { eager: true }))

/** Names that are the same in both languages, and the name of the other language. */
const ALLOWED =
  /JavaScript|HTTPS_PROXY|HTTP|nginx|client_max_body_size|iCloud|SeeDance-2\.0|UTF-8|API|MB|HEIC|JPEG|PNG|WebP|CMYK|TENSORSLAB_[A-Z_]+|kim@example\.com|CSV|zh-CN|zh|OIDC_TRUST_EMAIL|Microsoft Entra|“email”|tensorai\.tensorslab\.com|ID|English|tokens|CNY|USD|UTC|Ctrl|Shift|Del|Esc/g

/** Every Chinese text as it stands in the source, so that those within functions are included without calling them. */
const written = Object.values(
  import.meta.glob<string>('./zh/*.ts', { eager: true, query: '?raw', import: 'default' }),
).flatMap(textsOf)

describe('the Chinese messages', () => {
  test('have exactly the keys of the English ones', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('are all found by the source scan that these tests rely on', () => {
    const plain = [...chinese.values()].filter(
      (text) => text !== 'a function' && text !== zh.page.otherLanguage.locale,
    )
    expect(written).toEqual(expect.arrayContaining(plain))
    expect(written.length - plain.length, 'texts within functions').toBeGreaterThan(150)
  })

  test('contain no English', () => {
    expect(written.filter((text) => /[a-z]{2,}/i.test(text.replace(ALLOWED, '')))).toEqual([])
  })

  test('use Chinese punctuation beside Chinese characters', () => {
    const halfWidth = /\p{Script=Han}[,.!?;:()]|[,!?;:()]\s*\p{Script=Han}/u
    expect(written.filter((text) => halfWidth.test(text))).toEqual([])
  })
})

test.each([
  ['English', { ...en, ...FAILURES.en }],
  ['Chinese', { ...zh, ...FAILURES.zh }],
])('%s has a sentence for every problem, refusal and status', (_, messages) => {
  const about = { detail: 'as the server says.', retryAfter: 30 }
  expect(Object.keys(messages.problems).sort()).toEqual(Object.keys(PROBLEMS).sort())
  for (const { title, text } of Object.values(messages.problems)) {
    expect(title.length).toBeGreaterThan(2)
    expect(text(about).replace(about.detail, '')).toMatch(/[.。]/)
  }
  expect(Object.keys(messages.refusals).sort()).toEqual([...REFUSALS].sort())
  expect(Object.keys(messages.gallery.status).sort()).toEqual([...STATUSES].sort())
  expect(Object.keys(messages.gallery.eta).sort()).toEqual([...ACTIVE].sort())
})

test.each([
  ['English', FAILURES.en],
  ['Chinese', FAILURES.zh],
])('%s tells which host is to be allowed where', (_, messages) => {
  const told = messages.outcomes.saving.host_not_allowed('films.example:8443')
  expect(told).toContain('films.example:8443')
  expect(told).toContain('TENSORSLAB_RESULT_HOSTS')
})

test('a lost answer says that it may be billed, that nothing is sent again automatically, and where to look', () => {
  const lost = FAILURES.en.problems.provider_unclear.text({ detail: '' })
  for (const part of [
    'may have been created and billed',
    'never sent again automatically',
    'provider’s console',
  ]) {
    expect(lost).toContain(part)
  }
})

test('a wait is given in a unit that fits', () => {
  const busy = (retryAfter?: number) => FAILURES.en.problems.provider_busy.text({ detail: '', retryAfter })
  expect(busy(1)).toContain('in 1 second.')
  expect(busy(30)).toContain('in 30 seconds.')
  expect(busy(300)).toContain('in about 5 minutes.')
  expect(busy()).toContain('in a moment.')
})
