import { Icon } from '@/components/ui/icon' // not by the index: the error pages carry it besides every page

/** The sign of the studio, as in its icon. */
export function Logo() {
  return (
    <span className="grid size-6.5 shrink-0 place-items-center rounded-lg bg-accent text-ink">
      <Icon name="play" className="size-4" />
    </span>
  )
}
