import { send } from './client'
import type { Scenario } from './scenario'
import type { Diary, Needs } from './submissions'

/** `moment` resolves when the studio is to be killed, `answered` when the clients are content afterwards. */
type Play = { moment: Promise<unknown>; answered: () => Promise<unknown> }

/** A step of the studio's work at which it can die. */
export type Step = {
  name: string
  needs?: Needs
  /** With one submission only, whose looks and downloads have their troubles already. */
  one?: boolean
  /** What its creates may leave unused of their faults must not befall the next ones. */
  leavesFaults?: boolean
  play(scenario: Scenario, batch: Diary[]): Play
}

export const sendAll = (scenario: Scenario, batch: Diary[]) =>
  Promise.all(batch.map((diary) => send(scenario.stage, diary)))
