import type { ReactNode } from 'react'

/** Pieces of one kind under their title. */
export function PieceList({
  title,
  advice,
  children,
}: {
  title: string
  advice: string
  children: ReactNode
}) {
  return (
    <section aria-label={title} className="grid gap-2">
      <p className="text-sm">
        <span className="font-medium">{title}</span> <span className="text-faint">{advice}</span>
      </p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </section>
  )
}

/** One piece; `text` is what it writes. */
export function PieceButton({ name, text, onClick }: { name: string; text: string; onClick: () => void }) {
  return (
    <button
      type="button"
      title={text}
      onClick={onClick}
      className="h-10 rounded-full border bg-raised px-3.5 text-sm hover:border-faint pointer-coarse:h-11"
    >
      {name}
    </button>
  )
}
