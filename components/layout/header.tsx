'use client'
import { type ReactNode, Suspense } from 'react'
import { useMember } from '@/lib/client/member'
import { useMessages } from '@/lib/client/messages'
import { withBasePath } from '@/lib/shared/base-path'
import type { Theme } from './appearance'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { needed } from './needed'
import { NotificationSwitch } from './notification-switch'
import { type Provider, ProviderPill } from './provider-pill'
import { ThemeSwitch } from './theme-switch'

/** Only teams load it. Until then it is the link that the server has drawn. */
const AccountLink = needed(async () => (await import('./account-link')).AccountLink)

type Props = {
  provider: Provider
  theme: Theme
  /** Whether this is the main page; elsewhere the name links to it. */
  home?: boolean
  /** Further buttons. */
  children?: ReactNode
}

/** Name, provider, notifications, language, theme and account. */
export function Header({ provider, theme, home = true, children }: Props) {
  const messages = useMessages('page')
  const member = useMember()
  return (
    <header className="z-10 flex h-14 items-center gap-1.5 border-b bg-page px-4 sm:gap-3 lg:sticky lg:top-0 lg:px-5">
      {home && (
        <a
          href="#videos"
          className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:rounded focus:bg-panel focus:px-4 focus:py-2"
        >
          {messages.skip}
        </a>
      )}
      {home ? (
        <>
          <Logo />
          <h1 className="font-semibold text-base max-[22rem]:sr-only">Promptreel</h1>
        </>
      ) : (
        <a
          href={withBasePath('/')}
          title={messages.home}
          className="flex h-10 items-center gap-3 rounded pointer-coarse:h-11"
        >
          <Logo />
          <span className="font-semibold text-base max-[22rem]:sr-only">Promptreel</span>
          <span className="sr-only">{messages.home}</span>
        </a>
      )}
      <ProviderPill provider={provider} />
      <div className="ml-auto flex shrink-0 items-center">
        {home && <NotificationSwitch />}
        {children}
        <a
          href={withBasePath('/settings')}
          className="grid place-items-center h-10 min-w-10 shrink-0 whitespace-nowrap rounded px-2 text-second text-sm hover:bg-well hover:text-text sm:px-3 pointer-coarse:h-11"
        >
          {messages.settings}
        </a>
        <LanguageSwitch />
        <ThemeSwitch theme={theme} />
        {member && (
          <Suspense>
            <AccountLink member={member} />
          </Suspense>
        )}
      </div>
    </header>
  )
}
