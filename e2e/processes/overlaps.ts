type Call = { taskid: string; startedAt: number; endedAt: number | null }

/** Pairs of calls about one task of which the second started before the first had ended. */
export function overlaps<T extends Call>(calls: T[]): [T, T][] {
  const byTask = new Map<string, T[]>()
  for (const call of calls) byTask.set(call.taskid, [...(byTask.get(call.taskid) ?? []), call])
  return [...byTask.values()].flatMap((calls) => {
    const inOrder = calls.toSorted((one, other) => one.startedAt - other.startedAt)
    return inOrder.flatMap((call, index): [T, T][] => {
      const next = inOrder[index + 1]
      return next && (call.endedAt === null || next.startedAt < call.endedAt) ? [[call, next]] : []
    })
  })
}
