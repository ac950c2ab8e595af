import type { Fact } from '@/lib/shared/facts'

/** Label and value pairs. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-1 text-sm">
      {facts.map(({ label, value }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-second">{label}</dt>
          <dd className="wrap-anywhere first-letter:uppercase">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
