import type { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import type { Hint } from './hints'

export function hintText({ hints }: typeof promptHelpEn, hint: Hint): string {
  switch (hint.type) {
    case 'noImage':
    case 'imageName':
      return hints[hint.type](hint.image)
    case 'booster':
      return hints.booster(hint.found)
    case 'longWords':
    case 'longHan':
      return hints[hint.type](hint.limit)
    default:
      return hints[hint.type]
  }
}
