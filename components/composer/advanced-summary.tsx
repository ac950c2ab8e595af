import { useWatch } from 'react-hook-form'
import { BLANK } from '@/lib/client/draft'
import { useWords } from '@/lib/client/words'
import type { Composer } from './use-composer'

/** What differs from the defaults, in a few words each. */
export function AdvancedSummary({ composer: { form } }: { composer: Composer }) {
  const words = useWords().composer.changed
  const [sound, lastFrame, webSearch, seed, fps, expires] = useWatch({
    control: form.control,
    name: ['generate_audio', 'return_last_frame', 'websearch', 'seed', 'fps', 'execution_expires_after'],
  })
  const changes = [
    sound === '1' && words.sound,
    lastFrame === '1' && words.lastFrame,
    webSearch === '1' && words.webSearch,
    seed && words.seed(seed),
    fps && fps !== BLANK.fps && words.fps(fps),
    expires && words.expires(Number(expires) / 3_600),
  ].filter((change) => typeof change === 'string' && change !== '')
  return <span className="ml-auto truncate text-faint">{changes.join(' · ')}</span>
}
