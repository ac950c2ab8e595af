import { randomUUID } from 'node:crypto'
import type { Address, Task } from './task'
import type { World } from './world'

const EXTENSIONS = { video: '.mp4', 'last-frame': '.png' } as const

/** URLs of a finished task's results, in the order that the settings ask for. */
export function addressesOf(world: World, task: Task, origin: string): string[] {
  if (mustRenew(world, task)) task.addresses = results(task).map((result) => mint(world, task, result))
  const { lastFrame } = world.settings
  const shown = task.addresses.filter(({ file }) => file === 'video' || lastFrame !== 'absent')
  return (lastFrame === 'first' ? shown.toReversed() : shown).map(({ path }) => origin + path)
}

function mustRenew({ settings: { renewResults }, now }: World, { addresses }: Task): boolean {
  if (addresses.length === 0 || renewResults === 'each-poll') return true
  return renewResults === 'when-expired' && addresses.some(({ expiresAt }) => expiresAt <= now())
}

type Result = Pick<Address, 'file' | 'source'>

function results({ rendered }: Task): Result[] {
  if (!rendered) return []
  const { video, lastFrame } = rendered.files
  const frame: Result[] = lastFrame === null ? [] : [{ file: 'last-frame', source: lastFrame }]
  return [{ file: 'video', source: video }, ...frame]
}

/** Creates a new address for a result; earlier ones stay valid until they expire. */
export function mint(world: World, { taskid }: Pick<Task, 'taskid'>, { file, source }: Result): Address {
  const name = randomUUID().replaceAll('-', '')
  const path = `/results/${name}${world.settings.resultExtensions ? EXTENSIONS[file] : ''}`
  const address = { path, taskid, file, source, expiresAt: world.now() + world.settings.resultLifetimeMs }
  world.addresses.set(path, address)
  return address
}
