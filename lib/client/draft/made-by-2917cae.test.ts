import { beforeEach, expect, test, vi } from 'vitest'
import { submissionSchema } from '@/lib/shared/models/schema'
import { readDraft } from './draft'
import { withoutEmpty } from './fields'
import { contentOf, keyFor } from './idempotency-keys'
import { readSettings } from './settings'

/** What a browser holds that used commit 2917cae (version 0.1.0), byte for byte. */
const DRAFT =
  '{"ratioChosen":true,"openRatio":"9:16","seedLocked":true,"collapsed":false,"fields":{"prompt":"A koala waves.","ratio":"16:9","duration":"10","resolution":"480p","seed":"42","fps":"24","generate_audio":"1","return_last_frame":"0","websearch":"0","execution_expires_after":"7200"},"images":[{"id":"01M8Q5E09ZJ4G0DMY5Q2XGJ3KR","name":"beach.jpg","width":400,"height":400}]}'
const SETTINGS =
  '{"fields":{"prompt":"","ratio":"1:1","duration":"15","resolution":"720p","seed":"7","fps":"30","generate_audio":"1","return_last_frame":"1","websearch":"0","execution_expires_after":""},"seedLocked":true}'
const UNANSWERED =
  '[{"key":"0d9f6c52-6a6e-4ad8-9c1f-0a1d9e1b3f55","content":"[{\\"prompt\\":\\"A paper boat\\",\\"ratio\\":\\"9:16\\",\\"duration\\":\\"5\\",\\"resolution\\":\\"720p\\",\\"fps\\":\\"24\\",\\"generate_audio\\":\\"0\\",\\"return_last_frame\\":\\"0\\",\\"websearch\\":\\"0\\"},[\\"01M8Q5E09ZJ4G0DMY5Q2XGJ3KR\\"]]"}]'

function storage(items: Record<string, string>) {
  const kept = new Map(Object.entries(items))
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  }
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', storage({ draft: DRAFT, unanswered: UNANSWERED }))
  vi.stubGlobal('localStorage', storage({ settings: SETTINGS }))
  return () => vi.unstubAllGlobals()
})

test('a draft of version 0.1.0 is restored completely', () => {
  const draft = readDraft()
  expect(draft).toMatchObject({
    ...{ ratioChosen: true, openRatio: '9:16', seedLocked: true, collapsed: false },
    images: [{ id: '01M8Q5E09ZJ4G0DMY5Q2XGJ3KR', name: 'beach.jpg', width: 400, height: 400 }],
  })
  expect(submissionSchema.parse(withoutEmpty(draft?.fields ?? { prompt: '' }))).toMatchObject({
    model: 'seedance-2',
    prompt: 'A koala waves.',
    settings: {
      ...{ ratio: '16:9', duration: 10, resolution: '480p', seed: 42, fps: '24', generateAudio: true },
      ...{ returnLastFrame: false, websearch: false, executionExpiresAfter: 7_200 },
    },
  })
})

test('a new form starts with the settings that version 0.1.0 submitted last', () => {
  const { fields, seedLocked } = readSettings()
  expect(seedLocked).toBe(true)
  expect(fields).toMatchObject({ ratio: '1:1', duration: '15', fps: '30', seed: '7', return_last_frame: '1' })
})

test('a submission in flight at the upgrade keeps its key, so no second video is made', () => {
  const again = submissionSchema.parse({ prompt: 'A paper boat' })
  const key = keyFor(contentOf(again, ['01M8Q5E09ZJ4G0DMY5Q2XGJ3KR']))
  expect(key).toBe('0d9f6c52-6a6e-4ad8-9c1f-0a1d9e1b3f55')
})
