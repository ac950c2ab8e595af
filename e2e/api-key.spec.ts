import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CANARY, expect, file, photo, test } from './kit'

/** Encodings in which a leaked key might go unnoticed. */
const FORMS = [CANARY, Buffer.from(CANARY).toString('base64').replace(/=+$/, ''), encodeURIComponent(CANARY)]

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

async function expectNoKey(name: string, bytes: Buffer): Promise<void> {
  for (const form of FORMS) expect(bytes.includes(form), `the key in ${name}`).toBe(false)
}

/** Of a file; none if it is gone, as a received body is once it is stored. */
const bytesOf = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })

test('the API key never appears in a response, page, static file, log, database or saved file', async ({
  studio,
  sandbox,
  servers,
  page,
  request,
}) => {
  const bodies: Promise<[string, Buffer]>[] = []
  page.on('response', (response) => {
    bodies.push(
      response.body().then(
        (body) => [response.url(), body],
        () => [response.url(), Buffer.from('')],
      ),
    )
    bodies.push(
      response
        .allHeaders()
        .then((headers) => [`headers of ${response.url()}`, Buffer.from(JSON.stringify(headers))]),
    )
  })
  await page.reload()
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  const accepted = await studio.generate('A film that is made.')
  await accepted.getByRole('button', { name: 'Copy task ID' }).waitFor()
  sandbox.fail({ on: 'create', fault: 'code-9999', msg: `wrong key: Bearer ${CANARY}` })
  await expect(await studio.generate('A film that is refused.')).toContainText('wrong key: Bearer •••')
  sandbox.fail({ on: 'create', fault: 'http-error', status: 500 })
  await expect(await studio.generate('A film that is lost.')).toContainText('may have been created')
  for (const path of ['/api/generations', '/api/health', '/api/nothing', '/nothing']) {
    await expectNoKey(path, await (await request.get(path)).body())
  }

  // Once the video is saved, nothing more is written.
  await accepted.getByLabel('Generated video').waitFor()
  const responses = await Promise.all(bodies)
  expect(responses.length).toBeGreaterThan(10)
  for (const [name, body] of responses) await expectNoKey(name, body)
  await expectNoKey('the log', Buffer.from(servers.running.log()))
  const files = [...(await filesIn('.next/static')), ...(await filesIn(servers.running.dataDir))]
  expect(files.length).toBeGreaterThan(10)
  for (const path of files) await expectNoKey(path, await bytesOf(path))
})
