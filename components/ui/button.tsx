import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { SubmitButton } from './submit-button'

const VARIANTS = {
  primary: 'bg-accent text-ink font-semibold hover:brightness-95 h-12 w-full text-base',
  main: 'bg-accent text-ink font-semibold hover:brightness-95 h-10 px-3 text-sm pointer-coarse:h-11',
  secondary: 'border border-line bg-raised text-text hover:bg-well h-10 px-3 text-sm pointer-coarse:h-11',
  link: 'text-mark font-medium underline-offset-2 hover:underline',
} as const

type Props = ComponentProps<'button'> & { variant?: keyof typeof VARIANTS }

/**
 * A button with a text label. `primary`: the page’s main action; `main`: the first of several on a card; `link`:
 * inside a sentence.
 */
export function Button({ variant = 'secondary', type = 'button', className, ...props }: Props) {
  const Element = type === 'submit' ? SubmitButton : 'button'
  const shape =
    variant === 'link' ? 'inline' : 'inline-flex items-center justify-center gap-2 rounded select-none'
  return <Element type={type} className={classNames(shape, VARIANTS[variant], className)} {...props} />
}
