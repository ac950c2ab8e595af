import { setTimeout as pause } from 'node:timers/promises'
import type { FaultOrder } from '@/lib/sandbox'
import { send, sendHalf } from './client'
import { type Scene, tasksOf } from './scene'
import { CREATE } from './troubles'
import { until } from './until'
import type { Diary, Needs } from './wishes'

/** `moment` resolves when the studio is to be killed, `answered` when the clients are content afterwards. */
type Play = { moment: Promise<unknown>; answered: () => Promise<unknown> }

/** A step of the studio's work at which it can die. */
export type Step = {
  name: string
  needs?: Needs
  /** With one wish only, whose looks and downloads have their troubles already. */
  one?: boolean
  /** What its creates may leave unused of their faults must not befall the next ones. */
  leavesFaults?: boolean
  play(scene: Scene, batch: Diary[]): Play
}

/** Who has a key asks again, so a wish that was not written down yet is made after all; without a key it is gone. */
const goneWithoutKey = ({ wish }: Diary) => (wish.key === null ? (['nothing'] as const) : [])

const sendAll = (scene: Scene, batch: Diary[]) => Promise.all(batch.map((diary) => send(scene.stage, diary)))

/** A step while creates are under way. The moment is told by the creates that have arrived since. */
function sending(
  name: string,
  faults: (times: number) => FaultOrder[],
  come: (creates: ReturnType<Scene['stage']['ledger']>['creates'], length: number) => boolean,
  surelyLost: boolean,
): Step {
  return {
    name,
    play(scene, batch) {
      for (const diary of batch) {
        diary.may = surelyLost ? ['unknown'] : ['unknown', 'accepted', ...goneWithoutKey(diary)]
        diary.code = 'provider_unclear'
      }
      const before = scene.stage.ledger().creates.length
      scene.stage.sandbox.fail(...faults(batch.length))
      const sent = sendAll(scene, batch)
      const moment = until(name, () => come(scene.stage.ledger().creates.slice(before), batch.length))
      return { moment, answered: () => sent }
    },
  }
}

/** A step while tasks that were accepted are followed. The faults hold the studio there. */
function following(
  name: string,
  faults: (taskid: string) => FaultOrder[],
  come: (scene: Scene, taskid: string) => boolean,
  needs: Needs = {},
): Step {
  return {
    name,
    needs,
    one: true,
    play(scene, batch) {
      for (const diary of batch) diary.may = ['accepted']
      const reach = async () => {
        await sendAll(scene, batch)
        const taskids = batch.flatMap((diary) => tasksOf(scene, diary)).map(({ taskid }) => taskid)
        scene.stage.sandbox.fail(...taskids.flatMap(faults))
        await until(name, () => taskids.every((taskid) => come(scene, taskid)))
        await pause(scene.chance.below(15))
      }
      return { moment: reach(), answered: async () => {} }
    },
  }
}

const downloads = ({ stage }: Scene, taskid: string) =>
  stage.ledger().downloads.filter((one) => one.taskid === taskid && one.file === 'video')

const uploading: Step = {
  name: 'while a photo is uploading',
  needs: { photos: true },
  play(scene, batch) {
    for (const diary of batch) diary.may = diary.wish.key === null ? ['nothing'] : ['accepted']
    const moment = Promise.all(batch.map((diary) => sendHalf(scene.stage, diary)))
    const keyed = batch.filter(({ wish }) => wish.key !== null)
    return { moment: moment.then(() => pause(scene.chance.below(30))), answered: () => sendAll(scene, keyed) }
  },
}

const answered: Step = {
  name: 'right after the answer',
  play(scene, batch) {
    for (const diary of batch) diary.may = ['unknown', 'accepted', ...goneWithoutKey(diary)]
    const sent = batch.map((diary) => send(scene.stage, diary))
    return { moment: Promise.race(sent), answered: () => Promise.all(sent) }
  },
}

const anytime: Step = {
  name: 'at any moment',
  leavesFaults: true,
  play(scene, batch) {
    const { fault, ends, code } = scene.chance.pick(CREATE)
    for (const diary of batch) {
      diary.may = [ends, 'unknown', 'accepted', ...goneWithoutKey(diary)]
      diary.code = code
    }
    scene.stage.sandbox.fail({ ...fault, times: batch.length })
    const sent = sendAll(scene, batch)
    return { moment: pause(scene.chance.below(1_200)), answered: () => sent }
  },
}

/** Every step of create and save. */
export const STEPS: Step[] = [
  uploading,
  sending(
    'while it is sent',
    () => [],
    (creates) => creates.length > 0,
    false,
  ),
  sending(
    'before it was accepted',
    (times) => [{ on: 'create', fault: 'hang-before-creating', times }],
    (creates, length) => creates.length === length,
    true,
  ),
  sending(
    'accepted, not answered',
    (times) => [{ on: 'create', fault: 'hang', times }],
    (creates, length) => creates.filter(({ taskid }) => taskid !== null).length === length,
    true,
  ),
  sending(
    'while it is answered',
    () => [],
    (creates) => creates.some(({ endedAt }) => endedAt !== null),
    false,
  ),
  answered,
  following(
    'while looking',
    (taskid) => [{ on: 'read', fault: 'hang', taskid }],
    ({ stage }, taskid) => stage.ledger().looks.some((one) => one.taskid === taskid && one.fault === 'hang'),
  ),
  following(
    'while asking for the film',
    (taskid) => [{ on: 'result', fault: 'hang', file: 'video', taskid }],
    (scene, taskid) => downloads(scene, taskid).length > 0,
  ),
  following(
    'while the film comes',
    (taskid) => [{ on: 'result', fault: 'drip', file: 'video', ms: 500, taskid }],
    (scene, taskid) => downloads(scene, taskid).some(({ endedAt }) => endedAt === null),
    { sound: true },
  ),
  following(
    'while the last frame comes',
    (taskid) => [{ on: 'result', fault: 'hang', file: 'last-frame', taskid }],
    ({ stage }, taskid) =>
      stage.ledger().downloads.some((one) => one.taskid === taskid && one.file === 'last-frame'),
    { frame: true },
  ),
  following(
    'right after the download',
    () => [],
    (scene, taskid) => downloads(scene, taskid).some(({ endedAt }) => endedAt !== null),
  ),
  anytime,
]
