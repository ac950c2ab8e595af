import { type ReactNode, useId } from 'react'

/** A titled section of a page. */
export function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <div>
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {text && <p className="text-second text-sm">{text}</p>}
      </div>
      {children}
    </section>
  )
}

/** A list with separators. */
export function Lines({ children }: { children: ReactNode }) {
  return <ul className="divide-y rounded border bg-panel">{children}</ul>
}

/** A list item: name, details, actions. */
export function Line({ name, about, children }: { name: ReactNode; about: string; children?: ReactNode }) {
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <div className="min-w-0 grow basis-48">
        <p className="break-words text-sm">{name}</p>
        <p className="text-faint text-xs">{about}</p>
      </div>
      {children}
    </li>
  )
}
