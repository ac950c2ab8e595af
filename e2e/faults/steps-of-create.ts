import { setTimeout as pause } from 'node:timers/promises'
import type { FaultOrder } from '@/lib/sandbox'
import { send, sendHalf } from './client'
import { CREATE } from './create-faults'
import type { Scenario } from './scenario'
import { type Step, sendAll } from './step'
import type { Diary } from './submissions'
import { until } from './until'

/** A submission that was not stored yet is retried if it has a key; without one it is gone. */
const goneWithoutKey = ({ submission }: Diary) => (submission.key === null ? (['nothing'] as const) : [])

/** A step during creates. `reached` decides by the creates that have arrived since it began. */
function sending(
  name: string,
  faults: (times: number) => FaultOrder[],
  reached: (creates: ReturnType<Scenario['stage']['ledger']>['creates'], length: number) => boolean,
  certainlyLost: boolean,
): Step {
  return {
    name,
    play(scenario, batch) {
      for (const diary of batch) {
        diary.allowed = certainlyLost ? ['unknown'] : ['unknown', 'accepted', ...goneWithoutKey(diary)]
        diary.code = 'provider_unclear'
      }
      const before = scenario.stage.ledger().creates.length
      scenario.stage.sandbox.fail(...faults(batch.length))
      const sent = sendAll(scenario, batch)
      const killWhen = until(name, () => reached(scenario.stage.ledger().creates.slice(before), batch.length))
      return { killWhen, answered: () => sent }
    },
  }
}

const uploading: Step = {
  name: 'while a photo is uploading',
  needs: { photos: true },
  play(scenario, batch) {
    for (const diary of batch) diary.allowed = diary.submission.key === null ? ['nothing'] : ['accepted']
    const killWhen = Promise.all(batch.map((diary) => sendHalf(scenario.stage, diary)))
    const keyed = batch.filter(({ submission }) => submission.key !== null)
    return {
      killWhen: killWhen.then(() => pause(scenario.random.below(30))),
      answered: () => sendAll(scenario, keyed),
    }
  },
}

const answered: Step = {
  name: 'right after the answer',
  play(scenario, batch) {
    for (const diary of batch) diary.allowed = ['unknown', 'accepted', ...goneWithoutKey(diary)]
    const sent = batch.map((diary) => send(scenario.stage, diary))
    return { killWhen: Promise.race(sent), answered: () => Promise.all(sent) }
  },
}

const anytime: Step = {
  name: 'at any moment',
  leavesFaults: true,
  play(scenario, batch) {
    const { fault, outcome, code } = scenario.random.pick(CREATE)
    for (const diary of batch) {
      diary.allowed = [outcome, 'unknown', 'accepted', ...goneWithoutKey(diary)]
      diary.code = code
    }
    scenario.stage.sandbox.fail({ ...fault, times: batch.length })
    const sent = sendAll(scenario, batch)
    return { killWhen: pause(scenario.random.below(1_200)), answered: () => sent }
  },
}

/** The steps from the photo's first byte to the response, and random moments. */
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
