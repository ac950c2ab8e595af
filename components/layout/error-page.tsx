import type { ReactNode } from 'react'
import { Logo } from './logo'

/** A full-page message with a way on. */
export function ErrorPage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-100 content-center justify-items-start gap-3 p-6 pb-[20vh]">
      <div className="flex items-center gap-3 pb-4">
        <Logo />
        <span className="font-semibold text-base">Promptreel</span>
      </div>
      <h1 className="font-semibold text-2xl">{title}</h1>
      <p className="pb-3 text-second text-base">{text}</p>
      {children}
    </main>
  )
}
