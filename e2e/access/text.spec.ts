import { readFile } from 'node:fs/promises'
import { expect, test } from '@/e2e/kit'
import { head, sendRaw } from './raw'

const FORM = { 'content-type': 'multipart/form-data; boundary=b' }
const form = (prompt: Buffer) =>
  Buffer.concat([
    Buffer.from('--b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\n'),
    prompt,
    Buffer.from('\r\n--b--\r\n'),
  ])
/** 你好 as a Chinese console sends it. */
const GBK = Buffer.from('c4e3bac3', 'hex')

test('a prompt that is not UTF-8 is refused in words, and nothing is sent', async ({ request, sandbox }) => {
  const answer = await request.post('/api/generations', { headers: FORM, data: form(GBK) })
  expect(answer.status()).toBe(422)
  const sentence = 'The prompt is not UTF-8, so characters would be lost. Save or send it as UTF-8.'
  expect(await answer.json()).toMatchObject({
    code: 'invalid_input',
    detail: sentence,
    errors: { prompt: [sentence] },
    reasons: [{ type: 'not_utf8', field: 'prompt' }],
  })
  expect(sandbox.ledger().creates).toEqual([])
  const taken = await request.post('/api/generations', { headers: FORM, data: form(Buffer.from('你好')) })
  expect(taken.status()).toBe(201)
  expect(sandbox.ledger().tasks.map(({ fields }) => fields.prompt)).toEqual(['你好'])
})

test('JSON that is not UTF-8, or has half a character, is refused', async ({ request, sandbox: _ }) => {
  const patch = (data: Buffer) =>
    request.patch('/api/generations/any', { headers: { 'content-type': 'application/json' }, data })
  const bytes = Buffer.concat([Buffer.from('{"taskid":"'), GBK, Buffer.from('"}')])
  expect(await (await patch(bytes)).json()).toMatchObject({ status: 422, reasons: [{ type: 'not_utf8' }] })
  const broken = Buffer.from('{"taskid":"\\ud800"}')
  expect(await (await patch(broken)).json()).toMatchObject({ reasons: [{ type: 'broken_character' }] })
})

test('a search is read from bytes that were percent-encoded or not, and refused when they are not UTF-8', async ({
  request,
  servers,
  sandbox: _,
}) => {
  await request.post('/api/generations', { headers: FORM, data: form(Buffer.from('考拉挥手')) })
  const { host } = new URL(servers.running.url)
  const search = (q: string) =>
    sendRaw(servers.running.url, [head(`GET /api/generations?q=${q} HTTP/1.1`, [['Host', host]])])
  expect((await search(encodeURIComponent('考拉'))).text).toContain('"status":"')
  expect((await search('考拉')).text, 'which newer versions of Node refuse').toMatch(
    /"status":"|^HTTP\/1\.1 400 /,
  )
  expect((await search('%C4%E3')).text).toContain('"not_utf8"')
  expect((await search('%F0%9F%90%A8')).text).toContain('"items":[]')
})

test('the page takes no prompt that shows nothing', async ({ studio, sandbox }) => {
  await studio.prompt().fill('\u200b\u3164')
  await studio.generateButton().click()
  await expect(studio.page.getByRole('form').getByText('Describe what the video should show.')).toBeVisible()
  expect(sandbox.ledger().creates).toEqual([])
})

test('a download keeps the marks of its prompt’s script', async ({ studio }) => {
  const card = await studio.generate('नमस्ते दुनिया')
  await expect(card.getByLabel('Generated video')).toBeVisible()
  const [download] = await Promise.all([
    studio.page.waitForEvent('download'),
    card.getByRole('link', { name: 'Download', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^नमस्ते दुनिया 9x16 \d{4}-\d\d-\d\d\.mp4$/)
  expect((await readFile(await download.path())).length).toBeGreaterThan(0)
})
