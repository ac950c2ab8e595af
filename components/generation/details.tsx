import { addressFor, FollowForm } from '@/components/gallery/single'
import { CopyButton } from '@/components/layout/copy-button'
import { useMessages } from '@/lib/client/messages'
import { factsOf } from '@/lib/shared/facts'
import { type Generation, isActive, isReadable } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'
import { curlOf } from './curl'
import { FactList } from './fact-list'
import { Section } from './generation-section'
import { Photos } from './photos'
import { useTimes } from './use-times'

/** Everything known about a video besides the file. */
export function Details({ generation }: { generation: Generation }) {
  const all = useMessages()
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const times = useTimes(generation)
  const { taskid, taskidEntered, status } = generation
  const request = isReadable(generation) ? curlOf(generation) : null
  return (
    <div className="grid min-w-0 content-start gap-6">
      {isReadable(generation) && (
        <Section title={messages.settings}>
          <FactList facts={factsOf(all, messages, generation)} />
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
      {generation.images.length > 0 && (
        <Section title={messages.photos}>
          <Photos images={generation.images} />
        </Section>
      )}
      <Section title={messages.times}>
        <FactList facts={[{ label: messages.state, value: all.gallery.status[status] }, ...times]} />
      </Section>
      {taskid && (
        <Section title={messages.taskId} action={<CopyButton name={messages.copyTaskId} text={taskid} />}>
          <code className="wrap-anywhere text-sm">{taskid}</code>
          {taskidEntered && isActive(status) && <FollowForm generation={generation} />}
        </Section>
      )}
      {request && (
        <Section title={messages.request} action={<CopyButton name={messages.copyRequest} text={request} />}>
          <textarea
            readOnly
            aria-label={messages.request}
            rows={10}
            value={request}
            className="block w-full resize-y whitespace-pre rounded border bg-well p-3 font-mono text-xs"
          />
          <p className="pt-2 text-faint text-xs">{messages.requestHint}</p>
        </Section>
      )}
    </div>
  )
}
