import type { ReactNode } from 'react'

const VARIANTS = {
  main: 'bg-accent font-semibold text-ink hover:brightness-95',
  secondary: 'border bg-raised hover:bg-well',
} as const

type Props = { variant?: keyof typeof VARIANTS; children: ReactNode }

/** Link to the provider’s console, which lists every task created and billed, and sells credits. */
export function ConsoleLink({ variant = 'secondary', children }: Props) {
  return (
    <a
      href="https://tensorai.tensorslab.com"
      target="_blank"
      rel="noreferrer"
      className={`inline-flex h-10 items-center rounded px-3 text-sm pointer-coarse:h-11 ${VARIANTS[variant]}`}
    >
      {children}
    </a>
  )
}
