import type { Generation } from '@/lib/shared/generation'
import { submissionSchema } from '@/lib/shared/models/schema'

/** One's own generation, just submitted, with `overrides` applied. */
export const aGeneration = (overrides: Partial<Generation> = {}): Generation => ({
  ...submissionSchema.parse({ prompt: 'A koala waves.' }),
  id: '01J1',
  taskid: null,
  taskidEntered: false,
  status: 'submitting',
  seed: null,
  images: [],
  tags: [],
  starred: false,
  shared: false,
  by: null,
  manageable: true,
  failure: null,
  video: null,
  lastFrame: null,
  poster: null,
  queue: null,
  cost: null,
  batch: null,
  createdAt: '2026-01-01T10:00:01.000Z',
  sentAt: null,
  updatedAt: '2026-01-01T10:00:01.000Z',
  completedAt: null,
  ...overrides,
})
