import type { Messages } from '@/lib/shared/messages/en'

/**
 * A note about photos that ended up elsewhere than expected. Data rather than text, because the language may change.
 */
export type FramesNote =
  | { type: 'onlyTwo'; count: number }
  | { type: 'full'; name: string }
  | { type: 'aloneIsFirst' }
  | { type: 'movedToFirst' }
  | { type: 'leftOut'; name: string; others: number }
  | { type: 'folder'; name: string }
  | { type: 'link' }
  | { type: 'text' }

export function noteText(messages: Messages['frames'], note: FramesNote): string {
  switch (note.type) {
    case 'onlyTwo':
      return messages.onlyTwo(note.count)
    case 'full':
      return messages.full(note.name)
    case 'leftOut':
      return messages.leftOut(note.name, note.others)
    case 'folder':
      return messages.folder(note.name)
    default:
      return messages[note.type]
  }
}
