import { useMessages } from '@/lib/client/messages'

/** Which provider the server uses: the real one, the local sandbox, or another at `host`. */
export type Provider = { kind: 'real' | 'sandbox' | 'other'; host: string }

/** Shown unless videos are made by the real provider. */
export function ProviderPill({ provider: { kind, host } }: { provider: Provider }) {
  const messages = useMessages('page')
  if (kind === 'real') return null
  return (
    <p className="flex min-w-0 items-center gap-1.5 rounded-full border px-1.5 py-0.5 text-second text-xs sm:gap-2 sm:px-3">
      <span className="size-1.5 shrink-0 rounded-full bg-accent" />
      {kind === 'sandbox' ? (
        <>
          <span className="truncate sm:hidden">{messages.sandbox}</span>
          <span className="hidden truncate sm:inline">{messages.sandboxMeans}</span>
        </>
      ) : (
        <span className="truncate">{messages.otherProvider(host)}</span>
      )}
    </p>
  )
}
