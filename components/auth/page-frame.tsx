import type { ReactNode } from 'react'
import type { Theme } from '@/components/layout/appearance'
import { LanguageSwitch } from '@/components/layout/language-switch'
import { LiveRegion } from '@/components/layout/live-region'
import { Logo } from '@/components/layout/logo'
import { PageToasts } from '@/components/layout/page-toasts'
import { ThemeSwitch } from '@/components/layout/theme-switch'
import { withBasePath } from '@/lib/shared/base-path'
import { SignOut } from './account/sign-out'
import { useAccountMessages } from './messages'

type Props = { at: 'account' | 'team'; owner: boolean; theme: Theme; children: ReactNode }

const PATHS = { videos: '/', account: '/account', team: '/team', settings: '/settings' } as const

/** Frame of the account and team pages, with navigation. */
export function PageFrame({ at, owner, theme, children }: Props) {
  const messages = useAccountMessages()
  const pages = (['videos', 'account', 'team', 'settings'] as const).filter(
    (page) => owner || page !== 'team',
  )
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center border-b px-4 sm:gap-x-3 lg:px-5">
        <Logo className="max-sm:hidden" />
        <span className="font-semibold text-base max-sm:sr-only">Promptreel</span>
        <nav aria-label={messages.nav} className="flex min-w-0 overflow-x-auto max-sm:-ml-2.5">
          {pages.map((page) => (
            <a
              key={page}
              href={withBasePath(PATHS[page])}
              aria-current={page === at ? 'page' : undefined}
              className="flex h-10 items-center shrink-0 rounded px-2.5 text-second text-sm -outline-offset-2 sm:px-3 hover:text-text aria-[current]:font-medium aria-[current]:text-text pointer-coarse:h-11"
            >
              {messages[page]}
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
      <PageToasts />
      <LiveRegion />
    </div>
  )
}
