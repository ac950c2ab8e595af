import { useEffect, useEffectEvent, useState } from 'react'
import { showToast } from '@/components/ui/toast'
import type { Refused } from '@/lib/client/api'
import { presets as api } from '@/lib/client/api/presets'
import { announce } from '@/lib/client/browser'
import { useLocale, useMessages } from '@/lib/client/messages'
import { networkErrorText } from '@/lib/client/network-error-text'
import { presetsEn } from '@/lib/shared/messages/en/presets'
import { FAILURES } from '@/lib/shared/messages/failures'
import { formatReason } from '@/lib/shared/messages/reason-text'
import { presetsZh } from '@/lib/shared/messages/zh/presets'
import type { Preset } from '@/lib/shared/presets'

const TOAST_S = 12

export const PRESET_MESSAGES = { en: presetsEn, zh: presetsZh }

/** The user's presets and the team's. `items` null: not read yet. */
export function usePresets() {
  const messages = useMessages(PRESET_MESSAGES)
  const refusalText = useRefusal()
  const [items, setItems] = useState<readonly Preset[] | null>(null)
  const [failed, setFailed] = useState(false)

  const read = async () => {
    setFailed(false)
    try {
      setItems(await api.list())
    } catch {
      setFailed(true)
    }
  }
  const begin = useEffectEvent(() => void read())
  useEffect(() => begin(), [])

  return {
    items,
    failed,
    read,
    /** @returns why it was not saved; undefined when it was */
    async save(given: Parameters<typeof api.save>[0]): Promise<string | undefined> {
      const answer = await api.save(given)
      if (answer.type !== 'done') return refusalText(answer)
      setItems((before) => [answer.value, ...(before ?? [])])
      announce(messages.saved(answer.value.name))
      return undefined
    },
    async remove({ id, name }: Preset) {
      const answer = await api.remove(id)
      if (answer.type !== 'done') return void showToast({ text: await refusalText(answer), seconds: TOAST_S })
      setItems((before) => before?.filter((one) => one.id !== id) ?? null)
      announce(messages.removed(name))
    },
  }
}

/** Words why the server refused. */
function useRefusal() {
  const locale = useLocale()
  const decisions = useMessages('decisions')
  const { betweenSentences } = useMessages('frames')
  return async (refused: Refused): Promise<string> => {
    if (refused.type === 'networkError') return networkErrorText(locale, refused, decisions.networkError)
    const { reasons = [], ...problem } = refused.problem
    if (reasons.length === 0) return FAILURES[locale].problems[problem.code].text(problem)
    return reasons.map((reason) => formatReason(FAILURES[locale].reasons, reason)).join(betweenSentences)
  }
}
