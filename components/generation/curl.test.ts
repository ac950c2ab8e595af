import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { submissionSchema } from '@/lib/shared/models/schema'
import { curlOf } from './curl'

const image = { id: 'a', width: 1_600, height: 900 }

/** What a shell makes of it: the words that curl would be given. */
function wordsOf(command: string): string[] {
  const input = `curl() { for word; do printf '%s\\0' "$word"; done; }\n${command}\n`
  const env = { ...process.env, TENSORSLAB_API_KEY: 'the-key' }
  return execFileSync('sh', { env, input, encoding: 'utf8' }).split('\0').slice(0, -1)
}

test.each([
  'A koala waves.',
  'It\'s "quoted" and costs $5 `or` less\\',
  '@image one\nand a second line; rm -rf / #',
  '一只考拉 🐨 --header x',
  "'",
])('a shell gives curl the prompt as it was written: %s', (prompt) => {
  const messages = wordsOf(curlOf({ ...submissionSchema.parse({ prompt }), images: [] }))
  expect(messages).toContain(`prompt=${prompt}`)
  expect(messages[0]).toBe('https://api.tensorslab.com/v1/video/seedancev2')
  expect(messages).toContain('Authorization: Bearer the-key')
})

test('every field travels under the provider’s name, and the photos by order', () => {
  const fields = { prompt: 'Tide.', ratio: '21:9', duration: '10', seed: '42', generate_audio: '1' }
  const messages = wordsOf(curlOf({ ...submissionSchema.parse(fields), images: [image, image] }))
  for (const [name, value] of Object.entries(fields)) expect(messages).toContain(`${name}=${value}`)
  expect(messages.slice(-3)).toEqual(['sourceImage=@first-frame', '--form', 'sourceImage=@last-frame'])
})

test('the key is not in it', () => {
  expect(curlOf({ ...submissionSchema.parse({ prompt: 'Tide.' }), images: [] })).toContain(
    '"Authorization: Bearer $TENSORSLAB_API_KEY"',
  )
})
