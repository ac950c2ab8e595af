import type { Generation } from '@/lib/shared/generation'
import { submissionSchema } from '@/lib/shared/models/schema'

/** A generation of one's own that was just submitted, unless `more` says otherwise. */
export const aGeneration = (more: Partial<Generation> = {}): Generation => ({
  ...submissionSchema.parse({ prompt: 'A koala waves.' }),
  id: '01J1',
  taskid: null,
  taskidEntered: false,
  status: 'submitting',
  images: [],
  starred: false,
  shared: false,
  by: null,
  manageable: true,
  failure: null,
  video: null,
  lastFrame: null,
  poster: null,
  createdAt: '2026-01-01T10:00:01.000Z',
  updatedAt: '2026-01-01T10:00:01.000Z',
  completedAt: null,
  ...more,
})
