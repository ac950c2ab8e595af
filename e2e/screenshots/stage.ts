import { type Running, startStudio } from '@/e2e/kit/servers'
import { startTeam } from '@/e2e/kit/team'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { type Event, HISTORY, LINE, newest, untilNewest, untilQuiet } from './history'
import { createTeam, type Session } from './members'
import { landscape } from './paint'

export type StudioName = 'empty' | 'filled' | 'many' | 'queued' | 'unowned' | 'team'
export type Stage = {
  /** URL of a studio, without a trailing slash. */
  urlOf(name: StudioName): string
  /** Id of the newest completed generation. */
  video: string
  /** In the team's studio: the owner's session, and the path of an open invitation. */
  team: { session: Session; invitation: string }
  stop(): Promise<void>
}

async function submit(url: string, sandbox: RunningSandbox['sandbox'], event: Event): Promise<void> {
  const { prompt, fields, photos = [], settings = {}, fault, until } = event
  sandbox.set({ pendingMs: 0, processingMs: 0, uploadingMs: 0, ...settings })
  if (fault) sandbox.fail(fault)
  const form = new FormData()
  form.set('resolution', '480p')
  for (const [name, value] of Object.entries({ ...fields, prompt })) form.set(name, value)
  for (const { hue, ...size } of photos) {
    form.append('sourceImage', new Blob([new Uint8Array(await landscape(hue, size))]), 'photo.jpg')
  }
  // What is refused is to be seen as a refusal, not in the queue.
  const headers: HeadersInit = fault ? { prefer: 'respond-sync' } : {}
  await fetch(`${url}/api/generations`, { method: 'POST', headers, body: form })
  if (until) await untilNewest(url, until)
}

/**
 * Starts six studios: `empty`, `filled` with a video in every other status, `many` with that many videos, `queued` with a
 * line, `unowned` before setup, and `team`. Videos are `rendered` for screenshots, or `tiny` where nobody sees them.
 */
export async function setStage(video: 'rendered' | 'tiny', many: number): Promise<Stage> {
  const running: { stop(): Promise<void> }[] = []
  const provider = async (style: 'rendered' | 'tiny') => {
    const started = await startSandbox({ video: style })
    running.push({ stop: () => started.close() })
    return started
  }
  const studio = async (
    { url, port }: RunningSandbox,
    start: (env: Record<string, string>) => Promise<Running> = startStudio,
  ): Promise<Running> => {
    const started = await start({
      TENSORSLAB_BASE_URL: url,
      TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${port}`,
      POLL_INTERVAL_MS: '300',
      LOG_LEVEL: 'silent',
    })
    running.push(started)
    return started
  }
  const [shown, crowd] = [await provider(video), await provider('tiny')]
  const studios = {
    empty: await studio(crowd),
    filled: await studio(shown),
    many: await studio(crowd),
    queued: await studio(shown, (env) => startStudio({ ...env, TENSORSLAB_PARALLEL_TASKS: '1' })),
    unowned: await studio(crowd, startTeam),
    team: await studio(shown, startTeam),
  }
  shown.sandbox.set({ pendingMs: 0, processingMs: 0, uploadingMs: 0 })
  const team = await createTeam(studios.team)

  for (const event of HISTORY) {
    await submit(studios.filled.url, shown.sandbox, event)
  }
  for (const event of LINE) {
    await submit(studios.queued.url, shown.sandbox, event)
  }
  for (let n = 1; n <= many; n++) {
    await submit(studios.many.url, crowd.sandbox, {
      prompt: `Take ${n} of the harbour at dawn.`,
      fields: { ratio: ['16:9', '9:16', '1:1', '4:3', '21:9'][n % 5] ?? '' },
    })
  }
  await untilQuiet(studios.many.url)
  return {
    urlOf: (name) => studios[name].url,
    team,
    video: (await newest(studios.filled.url, 'completed'))?.id ?? '',
    async stop() {
      for (const one of running.toReversed()) await one.stop()
    },
  }
}
