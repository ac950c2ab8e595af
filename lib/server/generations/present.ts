import type { StoredGeneration } from '@/lib/server/store'
import type { Generation } from '@/lib/shared/generation'

/** A record as the interface shows it. */
export function present(row: StoredGeneration): Generation {
  return {
    id: row.id,
    taskid: row.taskid,
    status: row.status,
    prompt: row.prompt,
    settings: JSON.parse(row.settings),
    images: row.images,
    failure:
      row.failure_code === null ? null : { code: row.failure_code, message: row.failure_message ?? '' },
    video: null,
    lastFrame: null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    completedAt: row.completed_at,
  }
}
