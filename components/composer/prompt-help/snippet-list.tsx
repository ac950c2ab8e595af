import { type ComponentProps, type ReactNode, useId } from 'react'
import { Icon } from '@/components/ui'

type Props = { title: string; advice: string; children: ReactNode }

/** Snippets of one part under their title. */
export function SnippetList({ title, advice, children }: Props) {
  return (
    <section aria-label={title} className="grid gap-2 py-2.5">
      <p className="text-sm">
        <span className="font-medium">{title}</span> <span className="text-faint">{advice}</span>
      </p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </section>
  )
}

/** The same as an accordion item: only one is open at a time. `open`: whether it is open at first. */
export function FoldedList({ title, advice, open, children }: Props & { open?: boolean }) {
  return (
    <details name="snippets" open={open} className="group/list not-first:border-t">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded text-sm hover:text-mark [&::-webkit-details-marker]:hidden">
        {title}
        <Icon name="chevron" className="ml-auto text-second group-open/list:rotate-180" />
      </summary>
      <p className="pb-2 text-faint text-sm">{advice}</p>
      <div className="flex flex-wrap gap-2 pb-3">{children}</div>
    </details>
  )
}

type ButtonProps = Pick<ComponentProps<'button'>, 'onClick' | 'aria-pressed'> & {
  name: string
  /** What it writes. */
  text: string
  /** What the name means. */
  about?: string
}

/** Writes one snippet; with `aria-pressed`, takes it out again. */
export function SnippetButton({ name, text, about, ...props }: ButtonProps) {
  const id = useId()
  return (
    <button
      type="button"
      title={text}
      aria-describedby={about && id}
      className={`group/snippet border bg-panel px-3.5 text-sm hover:border-faint aria-pressed:border-mark aria-pressed:bg-accent/15 aria-pressed:text-mark ${about ? 'grid min-h-12 w-[calc(50%-0.25rem)] content-center gap-0.5 rounded py-1.5 text-left leading-tight' : 'h-10 rounded-full pointer-coarse:h-11'}`}
      {...props}
    >
      {name}
      {about && (
        // It describes the button and is no part of its name.
        <span
          id={id}
          aria-hidden="true"
          className="text-faint text-xs group-aria-pressed/snippet:text-second"
        >
          {about}
        </span>
      )}
    </button>
  )
}
