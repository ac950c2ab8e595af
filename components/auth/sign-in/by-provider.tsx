import { useState } from 'react'
import { FormError } from '@/components/auth/form-error'
import { useAuthMessages } from '@/components/auth/messages'
import { Button, useHydrated } from '@/components/ui'
import { call } from '@/lib/client/api'
import { useLocale } from '@/lib/client/messages'
import { networkErrorText } from '@/lib/client/network-error-text'
import { withReturn } from '@/lib/shared/return-path'

const parseUrl = (json: unknown): string | null =>
  typeof json === 'object' && json !== null && 'url' in json && typeof json.url === 'string' ? json.url : null

/** Starts single sign-on: leaves for the OIDC provider, which redirects back, to `to`. */
export function ByProvider({ name, to }: { name: string; to: `/${string}` }) {
  const messages = useAuthMessages()
  const locale = useLocale()
  const [error, setError] = useState('')
  const leave = async () => {
    setError('')
    const answer = await call('POST', withReturn('/api/auth/oidc', to), undefined, parseUrl)
    if (answer.type === 'done') location.assign(answer.value)
    else if (answer.type === 'problem') setError(messages.signIn.byFailed(name))
    else setError(await networkErrorText(locale, answer, messages.networkError))
  }
  return (
    <>
      <p className="text-center text-faint text-sm">{messages.signIn.or}</p>
      {/* A press before the code is there would be lost. */}
      <Button onClick={leave} disabled={!useHydrated()} className="h-12 w-full text-base">
        {messages.signIn.by(name)}
      </Button>
      <FormError>{error}</FormError>
    </>
  )
}
