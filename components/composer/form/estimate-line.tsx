import { type Control, useWatch } from 'react-hook-form'
import { useEstimate } from '@/lib/client/spend/use-estimate'
import { DEFAULT_MODEL, type Fields, type Submission } from '@/lib/shared/models'

type Props = { control: Control<Fields, unknown, Submission> }

/** What the next press on Generate will cost, with all its variations. */
export function EstimateLine({ control }: Props) {
  const [model = DEFAULT_MODEL, ratio = '', resolution = '', duration, sound, count] = useWatch({
    control,
    name: ['model', 'ratio', 'resolution', 'duration', 'generate_audio', 'count'],
  })
  const of = { model, ratio, resolution, duration: Number(duration), generateAudio: sound === '1' }
  return useEstimate(of, Number(count) || 1)
}
