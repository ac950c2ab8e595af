import { endOf, type Task } from './task'
import type { World } from './world'

/** Whether one more task could start now: fewer are in the making than the settings allow. */
export function hasRoom(world: World): boolean {
  startQueued(world)
  return roomAt(world) <= world.now()
}

/** Starts a new task if there is room; otherwise it waits in the provider's queue. */
export function enqueue(world: World, task: Task): void {
  world.queued.add(task)
  startQueued(world)
}

/** Takes deleted tasks out; those that get their room start now. */
export function withdraw(world: World, tasks: Task[]): void {
  startQueued(world) // with the room there was until now
  for (const task of tasks) {
    world.active.delete(task)
    world.queued.delete(task)
  }
  startQueued(world)
}

/**
 * Starts what has had room since the last call, in order of creation and as of when there was room. No timer does this:
 * call it before a task's status is read, and before anything changes that makes room.
 */
export function startQueued(world: World): void {
  const now = world.now()
  for (const task of world.queued) {
    const room = roomAt(world)
    if (room > now) break
    world.queued.delete(task)
    start(world, task, Math.max(room, task.createdAt, world.queueMovedAt))
  }
  world.queueMovedAt = now
}

/** The time in ms from which one more task fits beside those that were started; infinite while that is unknown. */
function roomAt({ active, settings: { parallelTasks } }: World): number {
  if (parallelTasks === null) return Number.NEGATIVE_INFINITY
  // Ends in ascending order. After the last but `parallelTasks - 1`, one fewer than allowed is in the making.
  return Float64Array.from(active, endOf).sort().at(-parallelTasks) ?? Number.NEGATIVE_INFINITY
}

function start(world: World, task: Task, at: number): void {
  task.startedAt = at
  for (const other of world.active) if (endOf(other) <= at) world.active.delete(other)
  world.active.add(task)
  world.ledger.peak = Math.max(world.ledger.peak, world.active.size)
  world.queueMovedAt = at // the next one must not start before this one
}
