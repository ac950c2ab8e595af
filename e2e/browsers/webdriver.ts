import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'

const TIMEOUT_MS = 180_000
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

const answerSchema = z.object({ value: z.unknown() })
const errorSchema = z.object({ value: z.object({ error: z.string(), message: z.string() }) })
const sessionSchema = z.object({
  sessionId: z.string(),
  capabilities: z.object({ browserName: z.string(), browserVersion: z.string() }),
})
const elementSchema = z.object({ [ELEMENT]: z.string() })

async function call(method: string, address: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const answer: unknown = await response.json()
  if (response.ok) return answerSchema.parse(answer).value
  const { value } = errorSchema.parse(answer)
  throw new Error(`${value.error}: ${value.message}`)
}

/** Waits until a driver that was just started answers. @throws Error after three minutes */
export async function untilReady(driver: string): Promise<void> {
  const end = Date.now() + TIMEOUT_MS
  while (true) {
    try {
      await call('GET', `${driver}/status`)
      return
    } catch (error) {
      if (Date.now() > end) throw error
      await pause(100)
    }
  }
}

/** A session of W3C WebDriver: one browser with one tab. */
export class WebDriverSession {
  private constructor(
    private readonly address: string,
    readonly version: string,
  ) {}

  /** @param driver its address, without a slash at the end */
  static async create(driver: string): Promise<WebDriverSession> {
    // Scrollbars take up room, as on Windows.
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { useOverlayScrollbars: false } } }
    const created = sessionSchema.parse(await call('POST', `${driver}/session`, { capabilities }))
    const { browserName, browserVersion } = created.capabilities
    const session = new WebDriverSession(
      `${driver}/session/${created.sessionId}`,
      `${browserName}/${browserVersion}`,
    )
    await session.post('timeouts', { script: TIMEOUT_MS, pageLoad: TIMEOUT_MS })
    return session
  }

  post = (command: string, body: unknown = {}) => call('POST', `${this.address}/${command}`, body)

  /** Runs the body of a function. */
  run = (script: string) => this.post('execute/sync', { script, args: [] })

  /** The value of an expression, awaited. @throws Error when it throws */
  async evaluate(expression: string): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${expression}))().then(
        (value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error) }),
      )`
    const answer = await this.post('execute/async', { script, args: [] })
    const { value, error } = z.object({ value: z.unknown(), error: z.string().optional() }).parse(answer)
    if (error) throw new Error(error)
    return value
  }

  /** The id of the element that an expression gives. */
  async element(expression: string): Promise<string> {
    const found = elementSchema.safeParse(await this.run(`return (${expression})`))
    const id = found.data?.[ELEMENT]
    if (!id) throw new Error(`not in the page: ${expression}`)
    return id
  }

  /** Presses keys one after the other, while `held` is down. */
  async keys(keys: string[], held?: string): Promise<void> {
    const press = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    const all = held ? [{ type: 'keyDown', value: held }, ...press, { type: 'keyUp', value: held }] : press
    await this.post('actions', { actions: [{ type: 'key', id: 'keyboard', actions: all }] })
  }

  /** @param x from the left edge of the viewport in px @param y from its top */
  async clickAt(x: number, y: number): Promise<void> {
    const press = [
      { type: 'pointerMove', origin: 'viewport', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: press }
    await this.post('actions', { actions: [pointer] })
  }

  end = () => call('DELETE', this.address)
}
