import type { ReactNode } from 'react'
import type { Theme } from '@/components/layout/appearance'
import { LanguageSwitch } from '@/components/layout/language-switch'
import { LiveRegion } from '@/components/layout/live-region'
import { Mark } from '@/components/layout/logo'
import { PageNotices } from '@/components/layout/page-toasts'
import { ThemeSwitch } from '@/components/layout/theme-switch'
import { SignOut } from './account/sign-out'
import { useAccountWords } from './messages'

type Props = { at: 'account' | 'team'; owner: boolean; theme: Theme; children: ReactNode }

const ADDRESSES = { films: '/', account: '/account', team: '/team' } as const

/** A page beside the studio, and the way to the others. */
export function PageFrame({ at, owner, theme, children }: Props) {
  const words = useAccountWords()
  const pages = owner ? (['films', 'account', 'team'] as const) : (['films', 'account'] as const)
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex min-h-14 flex-wrap items-center gap-x-3 border-b px-4 lg:px-5">
        <Mark />
        <span className="font-semibold text-base max-sm:sr-only">Promptreel</span>
        <nav aria-label={words.nav} className="flex">
          {pages.map((page) => (
            <a
              key={page}
              href={ADDRESSES[page]}
              aria-current={page === at ? 'page' : undefined}
              className="flex h-10 items-center rounded px-3 text-second text-sm hover:text-text aria-[current]:font-medium aria-[current]:text-text pointer-coarse:h-11"
            >
              {words[page]}
            </a>
          ))}
        </nav>
        <div className="ml-auto flex shrink-0 items-center">
          <SignOut />
          <LanguageSwitch />
          <ThemeSwitch theme={theme} />
        </div>
      </header>
      <main className="mx-auto grid w-full max-w-3xl gap-10 px-4 py-8">{children}</main>
      <PageNotices />
      <LiveRegion />
    </div>
  )
}
