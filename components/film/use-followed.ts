import { useEffect, useEffectEvent, useState } from 'react'
import { generations } from '@/lib/client/api'
import { type Generation, isActive } from '@/lib/shared/generation'

const LOOK_MS = 3_000

/** A generation as it stands, looked at again while it is being made and the page is in sight. */
export function useFollowed(initial: Generation) {
  const [generation, adopt] = useState(initial)
  const [failed, setFailed] = useState(false)
  const active = isActive(generation.status)

  const look = async () => {
    const answer = await generations.look(generation.id)
    setFailed(answer.is !== 'seen')
    if (answer.is === 'seen') adopt(answer.generation)
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
