import { send } from './client'
import type { Scenario } from './scenario'
import type { Diary, Needs } from './submissions'

/** `killWhen` resolves when the studio is to be killed; `answered` resolves once the clients have their responses. */
type Play = { killWhen: Promise<unknown>; answered: () => Promise<unknown> }

/** A step of the studio's work at which it is killed. */
export type Step = {
  name: string
  needs?: Needs
  /** Plays with one submission only, which has its own poll and download faults. */
  one?: boolean
  /** Its creates may leave faults unused, which must not affect the next round. */
  leavesFaults?: boolean
  play(scenario: Scenario, batch: Diary[]): Play
}

export const sendAll = (scenario: Scenario, batch: Diary[]) =>
  Promise.all(batch.map((diary) => send(scenario.stage, diary)))
