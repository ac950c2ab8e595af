import { useEffect, useState } from 'react'
import { IconButton } from '@/components/ui'
import { copyText } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'

const SHOWN_MS = 2_000

/** A taskid, visually shortened, with a button that copies all of it and shows and announces the result. */
export function TaskId({ taskid }: { taskid: string }) {
  const messages = useMessages('gallery')
  const [outcome, setOutcome] = useState<'none' | 'done' | 'failed'>('none')
  useEffect(() => {
    if (outcome !== 'done') return
    const timer = setTimeout(() => setOutcome('none'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = async () => setOutcome((await copyText(taskid)) ? 'done' : 'failed')
  return (
    <div className="flex min-w-0 flex-wrap items-center">
      <code className={outcome === 'failed' ? 'wrap-anywhere' : 'max-w-[10ch] truncate'}>{taskid}</code>
      <IconButton
        icon={outcome === 'done' ? 'check' : 'copy'}
        name={messages.copyTaskId}
        onClick={copy}
        className="-mt-3 -mb-2 [&>svg]:size-4"
      />
      <span role="status" className={outcome === 'failed' ? 'text-failure' : 'sr-only'}>
        {outcome === 'done' && messages.copied}
        {outcome === 'failed' && messages.notCopied}
      </span>
    </div>
  )
}
