import { addressFor, FollowForm, TagSection } from '@/components/gallery/single'
import { CopyButton } from '@/components/layout/copy-button'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { notableFactsOf } from '@/lib/shared/facts'
import { type Generation, isActive, isReadable } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { generationZh } from '@/lib/shared/messages/zh/generation'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { curlOf } from './curl'
import { FactList } from './fact-list'
import { Section } from './generation-section'
import { Photos } from './photos'
import { useTimes } from './use-times'

/** Everything known about a video besides the file. */
export function Details({ generation }: { generation: Generation }) {
  const all = useMessages()
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const tagMessages = useMessages({ en: tagsEn, zh: tagsZh })
  const times = useTimes(generation)
  const { taskid, taskidEntered, status, cost } = generation
  const request = isReadable(generation) ? curlOf(generation) : null
  return (
    <div className="grid min-w-0 content-start gap-6">
      {isReadable(generation) && (
        <Section title={messages.settings}>
          <FactList facts={notableFactsOf(all, messages, generation)} />
          {generation.seed !== null && (
            <a
              href={addressFor('seed', generation.id)}
              className="inline-flex h-10 items-center font-medium text-mark text-sm hover:underline pointer-coarse:h-11"
            >
              {messages.keepSeed}
            </a>
          )}
        </Section>
      )}
      {(generation.by === null || generation.tags.length > 0) && (
        <Section title={tagMessages.title}>
          <TagSection generation={generation} />
        </Section>
      )}
      {generation.images.length > 0 && (
        <Section title={messages.photos}>
          <Photos images={generation.images} />
        </Section>
      )}
      <Section title={messages.times}>
        <FactList
          facts={[
            { label: messages.state, value: all.gallery.status[status] },
            ...times,
            ...(cost ? [{ label: messages.cost, value: messages.costs[cost.state](cost.credits) }] : []),
          ]}
        />
      </Section>
      {taskid && (
        <Section title={messages.taskId} action={<CopyButton name={messages.copyTaskId} text={taskid} />}>
          <code className="wrap-anywhere text-sm">{taskid}</code>
          {taskidEntered && isActive(status) && <FollowForm generation={generation} />}
        </Section>
      )}
      {request && <Request text={request} />}
    </div>
  )
}

/** The request as a command, for those who look for it. */
function Request({ text }: { text: string }) {
  const messages = useMessages({ en: generationEn, zh: generationZh })
  return (
    <details className="group border-t">
      <summary className="flex min-h-12 list-none items-center gap-2 rounded text-second text-sm hover:text-text [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="-rotate-90 group-open:rotate-0" />
        {messages.developers}
      </summary>
      <Section title={messages.request} action={<CopyButton name={messages.copyRequest} text={text} />}>
        <textarea
          readOnly
          aria-label={messages.request}
          rows={10}
          value={text}
          className="field-sizing-content block max-h-96 w-full resize-y wrap-anywhere whitespace-pre-wrap rounded border bg-well p-3 font-mono text-xs"
        />
        <p className="pt-2 text-faint text-xs">{messages.requestHint}</p>
      </Section>
    </details>
  )
}
