import { type ComponentType, useEffect, useEffectEvent, useState } from 'react'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'

type Closing = { onClose: () => void }
type Part<Props> = { loaded: ComponentType<Props> | null; fetch: () => Promise<ComponentType<Props>> }

/**
 * A part of the page that is loaded when first opened. If loading fails (offline, or a deployment replaced the
 * chunk), shows a toast and closes the part; opening it again retries.
 */
export function lazy<Props extends object>(fetch: () => Promise<ComponentType<Props>>) {
  const part: Part<Props> = { loaded: null, fetch }
  return (props: Props & Closing) => <Lazy part={part} props={props} />
}

function Lazy<Props extends object>({ part, props }: { part: Part<Props>; props: Props & Closing }) {
  const { notReached } = useMessages('page')
  const [Loaded, setLoaded] = useState(() => part.loaded)
  const fail = useEffectEvent(() => {
    showToast({ text: notReached, seconds: 8 })
    props.onClose()
  })
  useEffect(() => {
    if (Loaded) return
    let open = true
    part.fetch().then(
      (loaded) => {
        part.loaded = loaded
        if (open) setLoaded(() => loaded)
      },
      () => open && fail(),
    )
    return () => {
      open = false
    }
  }, [Loaded, part])
  return Loaded && <Loaded {...props} />
}
