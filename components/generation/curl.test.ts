import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { submissionSchema } from '@/lib/shared/models/schema'
import { curlOf } from './curl'

const image = { id: 'a', width: 1_600, height: 900 }

/** The arguments that a shell would pass to curl. */
function argumentsOf(command: string, shell = 'sh'): string[] {
  const input = `curl() { for word; do printf '%s\\0' "$word"; done; }\n${command}\n`
  const env = { ...process.env, TENSORSLAB_API_KEY: 'the-key' }
  return execFileSync(shell, { env, input, encoding: 'utf8' }).split('\0').slice(0, -1)
}

test.each([
  'A koala waves.',
  'It\'s "quoted" and costs $5 `or` less\\',
  '@image one\nand a second line; rm -rf / #',
  '一只考拉 🐨 --header x',
  "'",
  '<file.txt; type=text/plain',
  '"all of it in quotes"',
  'ends with a backslash \\',
])('a shell passes the prompt to curl unchanged: %s', (prompt) => {
  const args = argumentsOf(curlOf({ ...submissionSchema.parse({ prompt }), images: [] }))
  expect(args).toContain(`prompt=${prompt}`)
  expect(args[0]).toBe('https://api.tensorslab.com/v1/video/seedancev2')
  expect(args).toContain('Authorization: Bearer the-key')
})

test('a prompt with controls is pasted as text, and a shell passes it to curl unchanged', () => {
  const prompt = "It's\ta \\ trap\x1b[201~\x03\nrm -rf /\x7f\u009b7 考拉"
  const command = curlOf({ ...submissionSchema.parse({ prompt }), images: [] })
  expect(argumentsOf(command, 'bash')).toContain(`prompt=${prompt}`)
  expect(command).not.toMatch(/(?!\n)\p{Cc}/u)
})

test('every field is sent under the provider’s name, and the images in order', () => {
  const fields = { prompt: 'Tide.', ratio: '21:9', duration: '10', seed: '42', generate_audio: '1' }
  const args = argumentsOf(curlOf({ ...submissionSchema.parse(fields), images: [image, image] }))
  for (const [name, value] of Object.entries(fields)) expect(args).toContain(`${name}=${value}`)
  expect(args.slice(-3)).toEqual(['sourceImage=@first-frame', '--form', 'sourceImage=@last-frame'])
})

test('the command contains no key', () => {
  expect(curlOf({ ...submissionSchema.parse({ prompt: 'Tide.' }), images: [] })).toContain(
    '"Authorization: Bearer $TENSORSLAB_API_KEY"',
  )
})
