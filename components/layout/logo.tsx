import { Icon } from '@/components/ui'

/** The logo, as in the favicon. */
export function Logo() {
  return (
    <span className="grid size-6.5 shrink-0 place-items-center rounded-lg bg-accent text-ink">
      <Icon name="play" className="size-4" />
    </span>
  )
}
