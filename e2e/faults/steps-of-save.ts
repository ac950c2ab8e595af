import { setTimeout as pause } from 'node:timers/promises'
import type { FaultOrder } from '@/lib/sandbox'
import { type Scenario, tasksOf } from './scenario'
import { type Step, sendAll } from './step'
import type { Needs } from './submissions'
import { until } from './until'

/** A step while accepted tasks are polled and saved. The faults hold the studio at that step. */
function following(
  name: string,
  faults: (taskid: string) => FaultOrder[],
  reached: (scenario: Scenario, taskid: string) => boolean,
  needs: Needs = {},
): Step {
  return {
    name,
    needs,
    one: true,
    play(scenario, batch) {
      for (const diary of batch) diary.allowed = ['accepted']
      const reach = async () => {
        await sendAll(scenario, batch)
        const taskids = batch.flatMap((diary) => tasksOf(scenario, diary)).map(({ taskid }) => taskid)
        scenario.stage.sandbox.fail(...taskids.flatMap(faults))
        await until(name, () => taskids.every((taskid) => reached(scenario, taskid)))
        await pause(scenario.random.below(15))
      }
      return { killWhen: reach(), answered: async () => {} }
    },
  }
}

const downloads = ({ stage }: Scenario, taskid: string) =>
  stage.ledger().downloads.filter((one) => one.taskid === taskid && one.file === 'video')

/** The steps from the first poll to the saved video. */
export const STEPS_OF_SAVE: Step[] = [
  following(
    'while polling',
    (taskid) => [{ on: 'read', fault: 'hang', taskid }],
    ({ stage }, taskid) => stage.ledger().polls.some((one) => one.taskid === taskid && one.fault === 'hang'),
  ),
  following(
    'while requesting the video',
    (taskid) => [{ on: 'result', fault: 'hang', file: 'video', taskid }],
    (scenario, taskid) => downloads(scenario, taskid).length > 0,
  ),
  following(
    'while the video downloads',
    (taskid) => [{ on: 'result', fault: 'drip', file: 'video', ms: 500, taskid }],
    (scenario, taskid) => downloads(scenario, taskid).some(({ endedAt }) => endedAt === null),
    { sound: true },
  ),
  following(
    'while the frame downloads',
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
