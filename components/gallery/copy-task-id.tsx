import { useEffect, useState } from 'react'
import { IconButton } from '@/components/ui'
import { copyText } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'

const SHOWN_MS = 2_000

/** Copies a taskid and says beside it, to eye and ear, how that went. */
export function CopyTaskId({ taskid }: { taskid: string }) {
  const words = useWords().gallery
  const [outcome, setOutcome] = useState<'none' | 'done' | 'failed'>('none')
  useEffect(() => {
    if (outcome !== 'done') return
    const timer = setTimeout(() => setOutcome('none'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = async () => setOutcome((await copyText(taskid)) ? 'done' : 'failed')
  return (
    <>
      <IconButton icon={outcome === 'done' ? 'check' : 'copy'} name={words.copyTaskId} onClick={copy} />
      <span role="status" className={outcome === 'failed' ? 'text-failure' : 'text-done'}>
        {outcome === 'done' && words.copied}
        {outcome === 'failed' && words.notCopied}
      </span>
    </>
  )
}
