import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

/** The native select, styled. `glyph` precedes the chosen value. */
export function Select({ glyph, className, ...props }: ComponentProps<'select'> & { glyph?: ReactNode }) {
  return (
    <span className="relative block">
      {glyph && (
        <span className="pointer-events-none absolute inset-y-0 left-2.5 grid w-5 place-items-center">
          {glyph}
        </span>
      )}
      <select
        className={classNames(
          'control h-10 w-full appearance-none truncate pr-7 text-base pointer-coarse:h-11',
          glyph ? 'pl-9.5' : 'pl-3',
          className,
        )}
        {...props}
      />
      <Icon
        name="chevron"
        className="pointer-events-none absolute top-1/2 right-1.5 -translate-y-1/2 text-second"
      />
    </span>
  )
}
