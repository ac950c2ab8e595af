import { useEffect, useEffectEvent, useState } from 'react'
import { readGeneration } from '@/lib/client/api'
import { type Generation, isActive } from '@/lib/shared/generation'

const LOOK_MS = 3_000

/** A generation as it stands, looked at again while it is being made and the page is in sight. */
export function useFollowed(initial: Generation) {
  const [generation, adopt] = useState(initial)
  const [failed, setFailed] = useState(false)
  const active = isActive(generation.status)

  const look = async () => {
    try {
      adopt((await readGeneration(generation.id)) ?? generation)
      setFailed(false)
    } catch {
      setFailed(true) // what is shown stays; a line says so until a look succeeds
    }
  }
  const lookIfSeen = useEffectEvent(() => {
    if (!document.hidden) void look()
  })
  useEffect(() => {
    if (!active) return
    const again = () => lookIfSeen()
    const timer = setInterval(again, LOOK_MS)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [active])
  return { generation, adopt, failed, look }
}
