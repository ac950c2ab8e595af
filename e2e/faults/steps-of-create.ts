import { setTimeout as pause } from 'node:timers/promises'
import type { FaultOrder } from '@/lib/sandbox'
import { send, sendHalf } from './client'
import { CREATE } from './create-faults'
import type { Scenario } from './scenario'
import { type Step, sendAll } from './step'
import type { Diary } from './submissions'
import { until } from './until'

/** Who has a key asks again, so a submission that was not written down yet is made after all; without a key it is gone. */
const goneWithoutKey = ({ submission }: Diary) => (submission.key === null ? (['nothing'] as const) : [])

/** A step while creates are under way. The moment is told by the creates that have arrived since. */
function sending(
  name: string,
  faults: (times: number) => FaultOrder[],
  come: (creates: ReturnType<Scenario['stage']['ledger']>['creates'], length: number) => boolean,
  surelyLost: boolean,
): Step {
  return {
    name,
    play(scenario, batch) {
      for (const diary of batch) {
        diary.may = surelyLost ? ['unknown'] : ['unknown', 'accepted', ...goneWithoutKey(diary)]
        diary.code = 'provider_unclear'
      }
      const before = scenario.stage.ledger().creates.length
      scenario.stage.sandbox.fail(...faults(batch.length))
      const sent = sendAll(scenario, batch)
      const moment = until(name, () => come(scenario.stage.ledger().creates.slice(before), batch.length))
      return { moment, answered: () => sent }
    },
  }
}

const uploading: Step = {
  name: 'while a photo is uploading',
  needs: { photos: true },
  play(scenario, batch) {
    for (const diary of batch) diary.may = diary.submission.key === null ? ['nothing'] : ['accepted']
    const moment = Promise.all(batch.map((diary) => sendHalf(scenario.stage, diary)))
    const keyed = batch.filter(({ submission }) => submission.key !== null)
    return {
      moment: moment.then(() => pause(scenario.random.below(30))),
      answered: () => sendAll(scenario, keyed),
    }
  },
}

const answered: Step = {
  name: 'right after the answer',
  play(scenario, batch) {
    for (const diary of batch) diary.may = ['unknown', 'accepted', ...goneWithoutKey(diary)]
    const sent = batch.map((diary) => send(scenario.stage, diary))
    return { moment: Promise.race(sent), answered: () => Promise.all(sent) }
  },
}

const anytime: Step = {
  name: 'at any moment',
  leavesFaults: true,
  play(scenario, batch) {
    const { fault, ends, code } = scenario.random.pick(CREATE)
    for (const diary of batch) {
      diary.may = [ends, 'unknown', 'accepted', ...goneWithoutKey(diary)]
      diary.code = code
    }
    scenario.stage.sandbox.fail({ ...fault, times: batch.length })
    const sent = sendAll(scenario, batch)
    return { moment: pause(scenario.random.below(1_200)), answered: () => sent }
  },
}

/** From the photo's first byte to the answer, and whenever else. */
export const STEPS_OF_CREATE: Step[] = [
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
  anytime,
]
