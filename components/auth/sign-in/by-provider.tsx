import { useState } from 'react'
import { Trouble } from '@/components/auth/form-error'
import { useEntranceWords } from '@/components/auth/messages'
import { Button } from '@/components/ui'
import { call } from '@/lib/client/api'

const address = (json: unknown): string | null =>
  typeof json === 'object' && json !== null && 'url' in json && typeof json.url === 'string' ? json.url : null

/** Leaves for the company's own sign-in, which sends people back signed in. */
export function ByProvider({ name }: { name: string }) {
  const words = useEntranceWords()
  const [error, setError] = useState('')
  const leave = async () => {
    setError('')
    const answer = await call('POST', '/api/auth/oidc', undefined, address)
    if (answer.is === 'done') location.assign(answer.value)
    else setError(answer.is === 'silent' ? words.silent : words.signIn.byFailed(name))
  }
  return (
    <>
      <p className="text-center text-faint text-sm">{words.signIn.or}</p>
      <Button onClick={leave} className="h-12 w-full text-base">
        {words.signIn.by(name)}
      </Button>
      <Trouble>{error}</Trouble>
    </>
  )
}
