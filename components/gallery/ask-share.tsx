import { Confirm } from '@/components/asking'
import { useLateWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'
import { cardMenuEn } from '@/lib/shared/words/card-menu-en'
import { cardMenuZh } from '@/lib/shared/words/card-menu-zh'
import { useShare } from './use-share'

type Props = { generation: Generation; onClose: () => void }

/** Says what others can see and do before a video is shared with them. */
export function AskShare({ generation, onClose }: Props) {
  const { askShare } = useLateWords({ en: cardMenuEn, zh: cardMenuZh })
  const share = useShare()
  return <Confirm {...askShare} onYes={() => share(generation, true)} onClose={onClose} />
}
