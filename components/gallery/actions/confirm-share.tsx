import { Confirm } from '@/components/layout/confirm-dialog'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { cardMenuEn } from '@/lib/shared/messages/en/card-menu'
import { cardMenuZh } from '@/lib/shared/messages/zh/card-menu'
import { useShare } from './use-share'

type Props = { generation: Generation; onClose: () => void }

/** Confirms sharing: says what the team can see and do with a shared video. */
export function ConfirmShare({ generation, onClose }: Props) {
  const { confirmShare } = useMessages({ en: cardMenuEn, zh: cardMenuZh })
  const share = useShare()
  return <Confirm {...confirmShare} onYes={() => share(generation, true)} onClose={onClose} />
}
