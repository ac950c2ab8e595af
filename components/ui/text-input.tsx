import type { ComponentProps } from 'react'

export function TextInput(props: ComponentProps<'input'>) {
  return (
    <input
      type="text"
      autoComplete="off"
      className="control h-10 w-full px-3 text-base pointer-coarse:h-11"
      {...props}
    />
  )
}
