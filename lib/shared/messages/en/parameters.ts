import { number } from '@/lib/shared/messages/numbers'
import type { ParameterName } from '@/lib/shared/models'

/** The texts for one parameter. */
export type ParameterMessages = {
  label: string
  /** Help text beside the control, where that stands in the form from the start; see advanced.ts. */
  hint?: string
  /** How the summary of Advanced shows a changed value, given the field's text; the label if absent. */
  changed?: (field: string) => string
}

/** Every parameter of every model, by the provider's name. A missing one does not compile. */
export const parametersEn: Record<ParameterName, ParameterMessages> = {
  ratio: { label: 'Ratio' },
  duration: { label: 'Duration' },
  resolution: { label: 'Resolution' },
  seed: {
    label: 'Seed',
    changed: (seed) => `seed ${seed}`,
  },
  fps: { label: 'Frame rate', changed: (fps) => `${fps} fps` },
  generate_audio: {
    label: 'Sound',
    hint: 'Adds speech, sound effects and music.',
    changed: () => 'sound on',
  },
  return_last_frame: {
    label: 'Return last frame',
    changed: () => 'last frame',
  },
  websearch: {
    label: 'Web search',
    changed: () => 'web search',
  },
  execution_expires_after: {
    label: 'Expires after',
    changed: (seconds) => `expires after ${number('en', Number(seconds) / 3_600)} h`,
  },
}
