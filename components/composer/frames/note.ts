import type { Words } from '@/lib/shared/messages/en'

/** What there is to tell about photos that went elsewhere than one might think. Kept as data: the language may change. */
export type FramesNotice =
  | { is: 'onlyTwo'; count: number }
  | { is: 'full'; name: string }
  | { is: 'aloneIsFirst' }
  | { is: 'movedToFirst' }
  | { is: 'leftOut'; name: string; others: number }
  | { is: 'folder'; name: string }
  | { is: 'link' }
  | { is: 'text' }

export function sayNotice(words: Words['frames'], notice: FramesNotice): string {
  switch (notice.is) {
    case 'onlyTwo':
      return words.onlyTwo(notice.count)
    case 'full':
      return words.full(notice.name)
    case 'leftOut':
      return words.leftOut(notice.name, notice.others)
    case 'folder':
      return words.folder(notice.name)
    default:
      return words[notice.is]
  }
}
