import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import type { FaultOrder, Settings } from '@/lib/sandbox'

/** One submission: its fields, how fast the provider is, and what goes wrong. Photos are painted from a hue. */
export type Event = {
  prompt: string
  fields?: Record<string, string>
  photos?: { hue: number; width: number; height: number }[]
  settings?: Partial<Settings>
  fault?: FaultOrder
  /** Status to wait for before the next event. */
  until?: 'completed' | 'processing' | 'pending' | 'saving' | 'failed' | 'rejected' | 'unknown'
}

const INSTANT = { pendingMs: 0, processingMs: 0, uploadingMs: 0 }
const NEVER = 7 * 86_400_000 // ms
const WIDE = { width: 1920, height: 1080 }

const video = (prompt: string, fields: Record<string, string>, hue?: number, size = WIDE): Event => ({
  prompt,
  fields,
  photos: hue === undefined ? [] : [{ hue, ...size }],
  settings: INSTANT,
  until: 'completed',
})

const LONG = Array.from(
  { length: 12 },
  (_, n) =>
    `Shot ${n + 1}: the camera follows a red kite over the harbour, past cranes, gulls and laundry on the roofs, and the wind turns.`,
).join(' ')

/** At least one generation in every status but `queued`, oldest first. */
export const HISTORY: Event[] = [
  video('A dahlia opens in one breath, macro, soft studio light.', { ratio: '1:1' }),
  video('Moonlight on a slow black sea, locked-off.', { ratio: '9:16' }, 215, { width: 1080, height: 1920 }),
  video(LONG, { ratio: '21:9', generate_audio: '1', seed: '42' }, 300),
  video('Fog lifts from the valley as the first bus climbs the pass. Slow push-in.', { ratio: '16:9' }, 95),
  video('A paper boat sails down a gutter in a summer storm. Macro, tracking shot.', { ratio: '4:3' }),
  video('夏日暴雨中，一只纸船顺着路边的水流漂去。微距，跟拍。', { ratio: '3:4' }, 170),
  video(
    'Dunes at dusk, a thin line of camels crosses the ridge.',
    { ratio: 'adaptive', return_last_frame: '1' },
    18,
  ),
  {
    prompt: 'The crowd in the square starts to dance.',
    fault: {
      on: 'read',
      fault: 'task-failed',
      message: 'OutputVideoSensitiveContentDetected.PolicyViolation',
    },
    settings: INSTANT,
    until: 'failed',
  },
  {
    prompt: 'Make the portrait smile at the camera.',
    fields: { ratio: '4:3' },
    fault: {
      on: 'create',
      fault: 'code-9999',
      msg: 'InputImageSensitiveContentDetected.PrivacyInformation: may contain real person',
    },
    until: 'rejected',
  },
  { prompt: 'One more take of the harbour.', fault: { on: 'create', fault: 'code-9000' }, until: 'rejected' },
  {
    prompt: 'A lighthouse keeper lights the lamp, crane shot.',
    fields: { ratio: '16:9' },
    fault: { on: 'create', fault: 'drop-after-accepting' },
    until: 'unknown',
  },
  {
    prompt: 'Rain on a tin roof, seen from inside.',
    fields: { ratio: '16:9' },
    fault: { on: 'result', fault: 'slow', ms: 600_000, times: 'always' },
    settings: INSTANT,
    until: 'saving',
  },
  {
    prompt: 'Two paper lanterns rise over the lake.',
    fields: { ratio: '9:16' },
    settings: { pendingMs: NEVER },
    until: 'pending',
  },
  {
    prompt: 'The sun sinks behind the dunes while a thin line of camels crosses the ridge.',
    fields: { ratio: 'adaptive' },
    photos: [{ hue: 22, ...WIDE }],
    settings: { pendingMs: 0, processingMs: NEVER },
    until: 'processing',
  },
]

/** One that never ends, and three that wait for its place, where only one is made at once. */
export const LINE: Event[] = [
  {
    prompt: 'A lantern fish drifts past the porthole.',
    fields: { ratio: '16:9' },
    settings: { pendingMs: 0, processingMs: NEVER },
    until: 'processing',
  },
  { prompt: 'The tide goes out under the pier, time lapse.', fields: { ratio: '16:9' } },
  { prompt: 'Snow on a red post box, slow push-in.', fields: { ratio: '9:16' }, photos: [{ hue: 350, ...WIDE }] },
  { prompt: 'A fox crosses the frozen pond at first light.', fields: { ratio: '4:3' } },
]

const listed = z.object({ items: z.array(z.object({ id: z.string(), status: z.string() })) })

/** The newest generation of a studio, optionally with a given status. */
export async function newest(url: string, status = '') {
  const answer = await fetch(`${url}/api/generations?limit=1&status=${status}`)
  return listed.parse(await answer.json()).items[0]
}

/** Waits until the newest generation has this status. @throws Error when it ends with another */
export async function untilNewest(url: string, status: string): Promise<void> {
  for (;;) {
    const found = await newest(url)
    if (found?.status === status) return
    if (['completed', 'failed', 'rejected', 'unknown'].includes(found?.status ?? '')) {
      throw new Error(`it ended as ${found?.status}, not ${status}`)
    }
    await pause(100)
  }
}

/** Waits until no generation is in progress. */
export async function untilQuiet(url: string): Promise<void> {
  while (await newest(url, 'active')) await pause(100)
}
