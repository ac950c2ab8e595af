'use client'
import type { ComponentProps } from 'react'
import { useHydrated } from './use-hydrated'

/**
 * Sends a form, once the page is alive. Before, the browser itself would send it, and load the page anew with all that
 * was entered, passwords too, in its address.
 */
export function SubmitButton({ disabled, ...props }: ComponentProps<'button'>) {
  const hydrated = useHydrated()
  return <button {...props} type="submit" disabled={disabled || !hydrated} />
}
