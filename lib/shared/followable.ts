import type { Generation } from './generation'

/** Failures that only mean we couldn't see or fetch the video: polling again may find it. */
const RECOVERABLE: readonly string[] = ['task_gone', 'task_expired', 'result_lost']

/** Whether a failed generation can be followed again, which costs nothing. */
export const canBeFollowedAgain = ({
  status,
  taskid,
  failure,
}: Pick<Generation, 'status' | 'taskid' | 'failure'>) =>
  status === 'failed' && taskid !== null && failure !== null && RECOVERABLE.includes(failure.code)
