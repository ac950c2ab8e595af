import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

const VARIANTS = {
  plain: 'rounded text-second hover:bg-well hover:text-text disabled:opacity-40',
  /** On an image, so it brings its own background. The hit area is larger than what is visible. */
  overMedia:
    'rounded text-white before:absolute before:inset-1.5 before:rounded-lg before:bg-black/65 hover:before:bg-black/85',
} as const

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  icon: IconName
  name: string
  variant?: keyof typeof VARIANTS
}

/** A button with an icon. `name` is its accessible name and tooltip. */
export function IconButton({ icon, name, variant = 'plain', className, ...props }: Props) {
  return (
    <button
      type="button"
      title={name}
      className={classNames(
        'inline-grid size-10 shrink-0 place-items-center pointer-coarse:size-11',
        VARIANTS[variant],
        className,
      )}
      {...props}
    >
      <Icon name={icon} className={variant === 'plain' ? '' : 'relative size-4'} />
      <span className="sr-only">{name}</span>
    </button>
  )
}
