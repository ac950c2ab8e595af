'use server'
import { cookies } from 'next/headers'
import { ownName, withBasePath } from '@/lib/shared/base-path'
import { LOCALES } from '@/lib/shared/messages/locale'
import { THEMES } from './appearance'

const YEAR_S = 31_536_000
const CHOICES: Record<string, readonly string[]> = { theme: THEMES, locale: LOCALES }

/** Stores the theme or locale in a cookie, for the server to render with. */
export async function remember(name: 'theme' | 'locale', value: string): Promise<void> {
  if (!CHOICES[name]?.includes(value)) return
  const jar = await cookies()
  jar.set(ownName(name), value, { maxAge: YEAR_S, sameSite: 'lax', httpOnly: true, path: withBasePath('/') })
}
