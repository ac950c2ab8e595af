/** A progress bar. `share`: 0 to 1. */
export function Progress({ name, share }: { name: string; share: number }) {
  return <progress aria-label={name} value={share} className="progress block h-1 w-full" />
}
