import * as z from 'zod'

const CONCURRENCY = 10

const generation = z.object({
  id: z.string(),
  taskid: z.string().nullable(),
  status: z.string(),
  prompt: z.string(),
  settings: z.object({ ratio: z.string() }),
  video: z.object({ bytes: z.number() }).nullable(),
})
const page = z.object({ items: z.array(generation), nextCursor: z.string().nullable() })

/** All generations of a studio, from all pages. */
export async function listAll(url: string) {
  const items: z.output<typeof generation>[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const answer = await fetch(`${url}/api/generations?limit=100&cursor=${cursor}`)
    const { items: pageItems, nextCursor }: z.output<typeof page> = page.parse(await answer.json())
    items.push(...pageItems)
    cursor = nextCursor
  }
  return items
}

/** Sends submissions to the servers in turn, 10 concurrently. @throws Error when one is rejected */
export async function createAll(urls: string[], submissions: Record<string, string>[]): Promise<void> {
  const left = submissions.map((fields, n) => ({ fields, url: urls[n % urls.length] }))
  const sendNext = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const body = new FormData()
      for (const [name, value] of Object.entries(next.fields)) body.append(name, value)
      const answer = await fetch(`${next.url}/api/generations`, { method: 'POST', body })
      if (answer.status !== 201) throw new Error(`HTTP ${answer.status}: ${await answer.text()}`)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, sendNext))
}
