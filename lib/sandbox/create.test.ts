import { createHash } from 'node:crypto'
import { describe, expect } from 'vitest'
import { MODEL_IDS, MODELS } from '@/lib/shared/models'
import { answerOf, bitmap, it, KEY, makeImage } from '@/testing/sandbox/fixture'

const prompt = 'A koala waves.'

describe('a valid create request', () => {
  it('creates a task and returns its id', async ({ provider }) => {
    expect(await answerOf(await provider.send({ prompt }))).toEqual({
      status: 200,
      code: 1000,
      msg: 'Task created successfully',
      data: { taskid: expect.stringMatching(/^[a-z]{4}_[0-9a-f]{16}$/) },
    })
  })

  it('is in the ledger as received, with its images byte for byte and in order', async ({ provider }) => {
    const fields = { prompt: '“Zitat” <b> 考拉 🐨', ratio: 'adaptive', duration: '10', seed: '-1' }
    const images = [await makeImage(480, 301), await makeImage(301, 480, 'webp')]
    const taskid = await provider.create(fields, images)
    const [task] = provider.sandbox.ledger().tasks
    expect(task).toMatchObject({ taskid, fields, authorization: 'bearer', status: 1, deletedAt: null })
    expect(task?.images.map(({ type }) => type)).toEqual(['image/png', 'image/webp'])
    for (const [n, file] of images.entries()) {
      const bytes = Buffer.from(await file.arrayBuffer())
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect(task?.images[n]).toMatchObject({ name: file.name, bytes: bytes.byteLength, sha256 })
      const kept = await fetch(`${provider.url}/sandbox/images/${sha256}`)
      expect(Buffer.from(await kept.arrayBuffer()).equals(bytes)).toBe(true)
    }
  })

  it.for(MODEL_IDS)('reaches the model %s at its own path', async (model, { provider }) => {
    const answer = await provider.post(MODELS[model].path.replace('/v1/video/', ''), {})
    expect((await answerOf(answer)).msg).toBe('Content-Type must be multipart/form-data')
    const body = new FormData()
    body.set('prompt', prompt)
    const headers = { authorization: `Bearer ${KEY}` }
    await fetch(`${provider.url}${MODELS[model].path}`, { method: 'POST', headers, body })
    expect(provider.sandbox.ledger().tasks).toMatchObject([{ model }])
  })

  it.for(['png', 'jpeg', 'webp', 'tiff', 'gif'] as const)('may carry a %s', async (format, { provider }) => {
    await provider.create({ prompt }, [await makeImage(400, 400, format)])
  })

  it('may carry a bmp, which becomes a video like any other', async ({ provider }) => {
    const taskid = await provider.create({ prompt, ratio: 'adaptive' }, [bitmap(640, 480)])
    expect(await provider.completed(taskid)).toMatchObject({ task_status: 3, ratio: '4:3' })
  })

  it('may carry images exactly at the bounds', async ({ provider }) => {
    await provider.create({ prompt }, [await makeImage(301, 301), await makeImage(749, 300 + 1)])
  })
})

const text = new File(['no image'], 'photo.png', { type: 'image/png' })
const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>'], 'a.png')
type Invalid = { what: string; fields: Record<string, string>; images?: () => Promise<Blob[]>; says: string }

const invalid: Invalid[] = [
  { what: 'no prompt', fields: {}, says: 'prompt (required)' },
  { what: 'a blank prompt', fields: { prompt: ' \n' }, says: 'prompt (required)' },
  { what: 'a prompt that shows nothing', fields: { prompt: '\u200b\u3164' }, says: 'prompt (required)' },
  { what: 'a prompt of 8193 characters', fields: { prompt: '🐨'.repeat(8193) }, says: 'prompt (too_long)' },
  { what: 'an endless prompt', fields: { prompt: 'x'.repeat(300_000) }, says: 'prompt is too long' },
  { what: 'an unknown field', fields: { prompt, style: 'noir' }, says: 'style (unknown_field)' },
  { what: 'a ratio outside the enum', fields: { prompt, ratio: '2:1' }, says: 'ratio (not_one_of)' },
  { what: 'a duration outside the enum', fields: { prompt, duration: '6' }, says: 'duration (not_one_of)' },
  { what: 'a flag as a word', fields: { prompt, generate_audio: 'true' }, says: 'generate_audio' },
  { what: 'a seed too large', fields: { prompt, seed: '4294967296' }, says: 'seed (out_of_range)' },
  { what: 'an expiry too short', fields: { prompt, execution_expires_after: '3599' }, says: 'out_of_range' },
  { what: 'an image as text', fields: { prompt, sourceImage: 'data:' }, says: 'sourceImage must be a file' },
  {
    what: 'a third image',
    fields: { prompt },
    images: async () => [await makeImage(400, 400), await makeImage(400, 400), await makeImage(400, 400)],
    says: 'at most 2 sourceImage',
  },
  { what: 'a text file', fields: { prompt }, images: async () => [text], says: 'unsupported image format' },
  { what: 'a drawing', fields: { prompt }, images: async () => [svg], says: 'unsupported image format' },
  { what: 'an empty file', fields: { prompt }, images: async () => [new File([], 'a.png')], says: 'format' },
  {
    what: 'a side of 300 px',
    fields: { prompt },
    images: async () => [await makeImage(300, 400)],
    says: '300x400 is too small',
  },
  {
    what: 'a side of 6000 px',
    fields: { prompt },
    images: async () => [await makeImage(6000, 3000)],
    says: '6000x3000 is too large',
  },
  {
    what: 'a ratio of 2.5',
    fields: { prompt },
    images: async () => [await makeImage(800, 320)],
    says: 'ratio 2.50 is out of range',
  },
  {
    what: 'a ratio of 0.4',
    fields: { prompt },
    images: async () => [await makeImage(320, 800)],
    says: 'ratio 0.40 is out of range',
  },
  {
    what: 'an image over 30 MB',
    fields: { prompt },
    images: async () => [new Blob([new Uint8Array(30_000_001)])],
    says: 'exceeds 30 MB',
  },
  {
    what: 'more than 64 MB',
    fields: { prompt },
    images: async () => [new Blob([new Uint8Array(32_000_000)]), new Blob([new Uint8Array(32_000_000)])],
    says: 'exceeds 64 MB',
  },
]

describe('an invalid create request gets HTTP 200 with code 9999 and creates nothing', () => {
  it.for(invalid)('for $what', async ({ fields, images, says }, { provider }) => {
    const answer = await answerOf(await provider.send(fields, await images?.()))
    expect(answer).toMatchObject({ status: 200, code: 9999 })
    expect(answer.msg).toContain(says)
    expect(answer).not.toHaveProperty('data')
    const { tasks, creates } = provider.sandbox.ledger()
    expect(tasks).toEqual([])
    expect(creates).toMatchObject([{ taskid: null, refusal: answer.msg }])
  })

  it('for a repeated field', async ({ provider }) => {
    const answer = await answerOf(
      await provider.send([
        ['prompt', prompt],
        ['prompt', prompt],
      ]),
    )
    expect(answer.msg).toContain('prompt (repeated)')
  })

  it('for a file in a text field', async ({ provider }) => {
    const answer = await answerOf(await provider.send([['prompt', text]]))
    expect(answer.msg).toContain('prompt must not be a file')
  })

  it('for another content type', async ({ provider }) => {
    const answer = await answerOf(await provider.send({}, [], { body: JSON.stringify({ prompt }) }))
    expect(answer.msg).toContain('multipart/form-data')
  })

  it('for a body that ends in the middle of a file', async ({ provider }) => {
    const body = '--b\r\nContent-Disposition: form-data; name="sourceImage"; filename="a.png"\r\n\r\nabc'
    const headers = { authorization: 'Bearer right-key', 'content-type': 'multipart/form-data; boundary=b' }
    const answer = await answerOf(await provider.send({}, [], { body, headers }))
    expect(answer).toMatchObject({ status: 200, code: 9999, msg: 'Malformed multipart body' })
  })
})

describe('the API key', () => {
  const as = (authorization: string) => ({ headers: { authorization } })

  it.for(['', 'Bearer', 'Bearer invalid', 'right-key', 'Basic right-key'])(
    'sent as "%s" gets 401',
    async (value, { provider }) => {
      for (const response of [
        await provider.send({ prompt }, [await makeImage(400, 400)], as(value)),
        await provider.post('infobytaskid', { taskid: 'x' }, as(value)),
        await provider.post('deletevideotask', { taskids: ['x'] }, as(value)),
      ]) {
        expect(await answerOf(response)).toEqual({ status: 401, code: 9999, msg: 'Invalid API key' })
      }
      expect(provider.sandbox.ledger().tasks).toEqual([])
    },
  )

  it('is accepted bare or in both schemes if the settings say so', async ({ provider }) => {
    provider.sandbox.set({ authorization: 'raw' })
    expect((await provider.send({ prompt }, [], as('right-key'))).status).toBe(200)
    expect((await provider.send({ prompt }, [], as('Bearer right-key'))).status).toBe(401)
    provider.sandbox.set({ authorization: 'both' })
    expect((await provider.send({ prompt }, [], as('Bearer right-key'))).status).toBe(200)
    const schemes = provider.sandbox.ledger().tasks.map(({ authorization }) => authorization)
    expect(schemes).toEqual(['raw', 'bearer'])
  })
})
