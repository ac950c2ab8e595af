import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, photo, startStudio, test } from './kit'

const run = promisify(execFile)

/** The shell code blocks under a heading of the README. */
async function commandsUnder(heading: string): Promise<string[]> {
  const readme = await readFile('README.md', 'utf8')
  const chapter = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? ''
  return [...chapter.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block ?? '')
}

test('the README’s curl commands work exactly as written', async ({ servers, sandbox }) => {
  // A studio of its own: one command searches by a word that other tests' prompts contain, too.
  const running = await startStudio({ TENSORSLAB_BASE_URL: servers.provider.url })
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-readme-'))
  await writeFile(join(folder, 'first.jpg'), await photo(20))
  await writeFile(join(folder, 'last.jpg'), await photo(200))
  const blocks = await commandsUnder('API')
  expect(blocks).toHaveLength(5)

  const made = { taskid: expect.stringMatching(/^[a-z]{4}_/), status: 'pending' }
  for (const block of blocks) {
    const here = block.replaceAll('http://127.0.0.1:3000', running.url)
    const { stdout } = await run('bash', ['-euc', here], { cwd: folder })
    const answer = JSON.parse(stdout.split('\n')[0] ?? '')
    if (block.includes('count=2')) expect(answer).toMatchObject({ items: [made, made] })
    else if (Array.isArray(answer.items))
      expect(answer.items.map((item: { prompt: string }) => item.prompt)).toEqual(['The tide comes in.'])
    else expect(answer).toMatchObject(made)
  }
  expect(sandbox.ledger().tasks.map((task) => [task.fields.prompt, task.images.length])).toEqual([
    ['A koala waves at the camera. Slow push-in.', 0],
    ['The tide comes in.', 2],
    ['A lighthouse at dusk.', 0],
    ['A lighthouse at dusk.', 0],
    ['The clouds move.', 1],
  ])
  await rm(folder, { recursive: true })
  await running.stop()
})
