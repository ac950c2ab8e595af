import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

/** Covers a video that failed to play: likely causes, retry and download. */
export function NotPlayed({ url, onAgain }: { url: string; onAgain: () => void }) {
  const messages = useMessages('gallery')
  return (
    <div
      role="alert"
      className="absolute inset-0 grid place-content-center justify-items-center gap-2 overflow-y-auto rounded border bg-panel p-3 text-center text-sm"
    >
      <p className="font-semibold">{messages.notPlayed}</p>
      <p className="max-w-96 text-balance text-second">{messages.notPlayedText}</p>
      <div className="flex flex-wrap justify-center gap-x-3">
        <Button onClick={onAgain}>{messages.playAgain}</Button>
        <a
          href={`${url}?download=1`}
          className="inline-flex h-10 items-center font-medium text-mark hover:underline pointer-coarse:h-11"
        >
          {messages.download}
        </a>
      </div>
    </div>
  )
}
