import { type ComponentType, useEffect, useEffectEvent, useState } from 'react'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'

type Closing = { onClose: () => void }
type Part<Props> = { fetched: ComponentType<Props> | null; fetch: () => Promise<ComponentType<Props>> }

/**
 * A part of the page that is fetched when it is first opened. Where it cannot be (no line, or the studio was renewed
 * under an open page) that is told and the part is closed, and it is asked for again when it is next opened.
 */
export function lazy<Props extends object>(fetch: () => Promise<ComponentType<Props>>) {
  const part: Part<Props> = { fetched: null, fetch }
  return (props: Props & Closing) => <Lazy part={part} props={props} />
}

function Lazy<Props extends object>({ part, props }: { part: Part<Props>; props: Props & Closing }) {
  const { notReached } = useMessages('page')
  const [Fetched, setFetched] = useState(() => part.fetched)
  const giveUp = useEffectEvent(() => {
    showToast({ text: notReached, seconds: 8 })
    props.onClose()
  })
  useEffect(() => {
    if (Fetched) return
    let open = true
    part.fetch().then(
      (fetched) => {
        part.fetched = fetched
        if (open) setFetched(() => fetched)
      },
      () => open && giveUp(),
    )
    return () => {
      open = false
    }
  }, [Fetched, part])
  return Fetched && <Fetched {...props} />
}
