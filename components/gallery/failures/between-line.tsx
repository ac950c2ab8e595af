import type { ReactNode } from 'react'
import { type Between, mayPass } from '@/lib/client/api'
import { useLocale, useMessages } from '@/lib/client/messages'
import { betweenText } from '@/lib/shared/messages/between-text'
import { MessageLine } from './message-line'

type Props = { between: Between; about: ReactNode; children: ReactNode }

/** What answered a submission in place of our server. */
export function BetweenLine({ between, about, children }: Props) {
  const { title, safe } = useMessages('gallery').networkError
  const sentences = [betweenText(useLocale(), between), ...(mayPass(between) ? [safe] : [])]
  return (
    <MessageLine title={title} sentences={sentences} about={about}>
      {children}
    </MessageLine>
  )
}
