import { setTimeout as pause } from 'node:timers/promises'
import type { FaultOrder } from '@/lib/sandbox'
import { type Scenario, tasksOf } from './scenario'
import { type Step, sendAll } from './step'
import type { Needs } from './submissions'
import { until } from './until'

/** A step while tasks that were accepted are followed. The faults hold the studio there. */
function following(
  name: string,
  faults: (taskid: string) => FaultOrder[],
  come: (scenario: Scenario, taskid: string) => boolean,
  needs: Needs = {},
): Step {
  return {
    name,
    needs,
    one: true,
    play(scenario, batch) {
      for (const diary of batch) diary.may = ['accepted']
      const reach = async () => {
        await sendAll(scenario, batch)
        const taskids = batch.flatMap((diary) => tasksOf(scenario, diary)).map(({ taskid }) => taskid)
        scenario.stage.sandbox.fail(...taskids.flatMap(faults))
        await until(name, () => taskids.every((taskid) => come(scenario, taskid)))
        await pause(scenario.random.below(15))
      }
      return { moment: reach(), answered: async () => {} }
    },
  }
}

const downloads = ({ stage }: Scenario, taskid: string) =>
  stage.ledger().downloads.filter((one) => one.taskid === taskid && one.file === 'video')

/** From the first look to the video on the disk. */
export const STEPS_OF_SAVE: Step[] = [
  following(
    'while looking',
    (taskid) => [{ on: 'read', fault: 'hang', taskid }],
    ({ stage }, taskid) => stage.ledger().polls.some((one) => one.taskid === taskid && one.fault === 'hang'),
  ),
  following(
    'while asking for the film',
    (taskid) => [{ on: 'result', fault: 'hang', file: 'video', taskid }],
    (scenario, taskid) => downloads(scenario, taskid).length > 0,
  ),
  following(
    'while the film comes',
    (taskid) => [{ on: 'result', fault: 'drip', file: 'video', ms: 500, taskid }],
    (scenario, taskid) => downloads(scenario, taskid).some(({ endedAt }) => endedAt === null),
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
    (scenario, taskid) => downloads(scenario, taskid).some(({ endedAt }) => endedAt !== null),
  ),
]
