'use server'
import { cookies } from 'next/headers'
import { LOCALES } from '@/lib/shared/messages/locale'
import { THEMES } from './appearance'

const YEAR_S = 31_536_000
const CHOICES: Record<string, readonly string[]> = { theme: THEMES, locale: LOCALES }

/** Keeps a reader's choice of looks or language in a cookie; the page is rendered with it from then on. */
export async function remember(name: 'theme' | 'locale', value: string): Promise<void> {
  if (!CHOICES[name]?.includes(value)) return
  const jar = await cookies()
  jar.set(name, value, { maxAge: YEAR_S, sameSite: 'lax', httpOnly: true, path: '/' })
}
