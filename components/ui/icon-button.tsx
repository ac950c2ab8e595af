import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

type Props = Omit<ComponentProps<'button'>, 'children'> & { icon: IconName; name: string }

/** A button that is a picture; `name` is read aloud and shown on hover. */
export function IconButton({ icon, name, className, ...props }: Props) {
  return (
    <button
      type="button"
      title={name}
      className={classNames(
        'inline-grid size-10 shrink-0 place-items-center rounded text-second hover:bg-well hover:text-text pointer-coarse:size-11',
        className,
      )}
      {...props}
    >
      <Icon name={icon} />
      <span className="sr-only">{name}</span>
    </button>
  )
}
