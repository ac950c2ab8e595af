import { imageRefusalText } from '@/components/composer/form/problem-text'
import { useLocale, useMessages } from '@/lib/client/messages'
import { betweenText } from '@/lib/shared/messages/between-text'
import { uploadsEn } from '@/lib/shared/messages/en/uploads'
import { uploadsZh } from '@/lib/shared/messages/zh/uploads'
import type { Unusable } from './frames'

type Props = { upload: Unusable; name: string; image: 1 | 2 }

/** Why an image was not taken, and what can be done about it. */
export function RefusalLine({ upload, name, image }: Props) {
  const messages = useMessages()
  const uploads = useMessages({ en: uploadsEn, zh: uploadsZh })
  const locale = useLocale()
  if (upload.type === 'unreadable') return uploads[upload.why](name)
  if (upload.type === 'broken') {
    return upload.between ? betweenText(locale, upload.between) : messages.frames.noAnswer
  }
  return imageRefusalText(messages, locale, upload.problem, image)
}
