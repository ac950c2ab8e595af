import type { ReactNode } from 'react'
import { MessagePanel } from '@/components/gallery/card/message-panel'
import { type Between, mayPass } from '@/lib/client/api'
import { useLocale, useMessages } from '@/lib/client/messages'
import { betweenText } from '@/lib/shared/messages/between-text'
import type { FixedRatio } from '@/lib/shared/models'

type Props = { between: Between; shape: FixedRatio; children: ReactNode }

/** In place of a video: what answered the submission in place of our server. */
export function BetweenPanel({ between, shape, children }: Props) {
  const { title, safe } = useMessages('gallery').networkError
  const sentences = [betweenText(useLocale(), between), ...(mayPass(between) ? [safe] : [])]
  return (
    <MessagePanel shape={shape} title={title} sentences={sentences}>
      {children}
    </MessagePanel>
  )
}
