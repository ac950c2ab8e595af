import type { Generation } from './generation'

/** Endings that rest on not having been able to see or to fetch: looking once more may show otherwise. */
const MAY_BE_THERE: readonly string[] = ['task_gone', 'task_expired', 'result_lost']

/** Whether a generation that has failed can be followed again, which costs nothing. */
export const canBeFollowedAgain = ({
  status,
  taskid,
  failure,
}: Pick<Generation, 'status' | 'taskid' | 'failure'>) =>
  status === 'failed' && taskid !== null && failure !== null && MAY_BE_THERE.includes(failure.code)
