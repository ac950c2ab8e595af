import type { Locale } from '@/lib/shared/messages/locale'
import type { NetworkError } from './api'

/** What something else than our server answered, in words; `plain` if nothing did. The texts are loaded on demand. */
export async function networkErrorText(
  locale: Locale,
  { between }: Pick<NetworkError, 'between'>,
  plain: string,
): Promise<string> {
  if (!between) return plain
  try {
    const { betweenText } = await import('@/lib/shared/messages/between-text')
    return betweenText(locale, between)
  } catch {
    return plain
  }
}
