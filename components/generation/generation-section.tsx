import { type ReactNode, useId } from 'react'

type Props = { title: string; action?: ReactNode; children: ReactNode }

/** A titled part of the details. */
export function Section({ title, action, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="flex min-h-10 items-center justify-between">
        <h2 id={id} className="font-medium text-sm">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
