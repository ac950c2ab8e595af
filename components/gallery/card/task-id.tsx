import { useEffect, useState } from 'react'
import { IconButton } from '@/components/ui'
import { showToast } from '@/components/ui/toast'
import { copyText } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'

const SHOWN_MS = 2_000
const TOAST_S = 60

/**
 * A taskid, cut off where there is no room for it, with a button that copies all of it and announces the result. If the
 * browser blocks copying, a toast shows all of it.
 */
export function TaskId({ taskid }: { taskid: string }) {
  const messages = useMessages('gallery')
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    if (await copyText(taskid)) setCopied(true)
    else showToast({ text: `${messages.notCopied} ${taskid}`, seconds: TOAST_S })
  }
  return (
    <div className="flex min-w-4 shrink-[99] items-center">
      <code className="max-w-[10ch] truncate">{taskid}</code>
      <IconButton
        icon={copied ? 'check' : 'copy'}
        name={messages.copyTaskId}
        onClick={copy}
        className="-mx-3 -my-2 [&>svg]:size-4"
      />
      <span role="status" className="sr-only">
        {copied && messages.copied}
      </span>
    </div>
  )
}
