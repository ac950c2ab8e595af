'use client'
import type { ComponentProps } from 'react'
import { useHydrated } from './use-hydrated'

/**
 * Disabled until hydration: before it the browser itself would submit the form as a GET, putting everything entered,
 * passwords included, into the URL.
 */
export function SubmitButton({ disabled, ...props }: ComponentProps<'button'>) {
  const hydrated = useHydrated()
  return <button {...props} type="submit" disabled={disabled || !hydrated} />
}
