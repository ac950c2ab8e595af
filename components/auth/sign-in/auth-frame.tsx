import type { ReactNode } from 'react'
import { useAuthMessages } from '@/components/auth/messages'
import { LanguageSwitch } from '@/components/layout/language-switch'
import { LiveRegion } from '@/components/layout/live-region'
import { Logo } from '@/components/layout/logo'
import { PageToasts } from '@/components/layout/page-toasts'

type Props = {
  title: string
  text: string
  /** Whether what is entered here crosses the network in plain http. */
  unencrypted: boolean
  children: ReactNode
}

/** Frame of the sign-in, setup and join pages. */
export function AuthFrame({ title, text, unencrypted, children }: Props) {
  const messages = useAuthMessages()
  return (
    <div className="mx-auto grid min-h-dvh w-full max-w-100 grid-rows-[auto_1fr] px-5">
      <header className="flex h-14 items-center gap-3">
        <Logo />
        <span className="font-semibold text-base">Promptreel</span>
        <div className="-mr-3 ml-auto">
          <LanguageSwitch />
        </div>
      </header>
      <main className="grid content-center gap-3 py-6 pb-[16vh]">
        <h1 className="font-semibold text-2xl">{title}</h1>
        <p className="pb-2 text-second text-base">{text}</p>
        {unencrypted && <p className="rounded border p-3 text-sm">{messages.unencrypted}</p>}
        {children}
      </main>
      <div className="pointer-events-none fixed inset-x-0 bottom-0">
        <PageToasts />
      </div>
      <LiveRegion />
    </div>
  )
}
