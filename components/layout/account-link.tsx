import { useMessages } from '@/lib/client/messages'
import { withBasePath } from '@/lib/shared/base-path'

/** Link to the account page: tokens, sessions, password and, for owners, the team. */
export function AccountLink({ name }: { name: string }) {
  const label = useMessages('page').account(name)
  return (
    <a
      href={withBasePath('/account')}
      title={label}
      aria-label={label}
      className="grid size-10 place-items-center rounded hover:bg-well pointer-coarse:size-11"
    >
      <span className="grid size-6.5 place-items-center rounded-full border text-xs uppercase">
        {[...name][0]}
      </span>
    </a>
  )
}
