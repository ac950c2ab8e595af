import type { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import type { Hint } from './hints'

/** A hint as a sentence. */
export function sayHint({ hints }: typeof promptHelpEn, hint: Hint): string {
  switch (hint.is) {
    case 'noImage':
    case 'imageName':
      return hints[hint.is](hint.image)
    case 'booster':
      return hints.booster(hint.found)
    case 'longWords':
    case 'longHan':
      return hints[hint.is](hint.limit)
    default:
      return hints[hint.is]
  }
}
