import { FollowForm } from '@/components/gallery'
import { CopyButton } from '@/components/layout/copy-button'
import { useLateWords, useWords } from '@/lib/client/messages'
import { factsOf } from '@/lib/shared/facts'
import { type Generation, isActive, isReadable } from '@/lib/shared/generation'
import { filmEn } from '@/lib/shared/messages/en/generation'
import { filmZh } from '@/lib/shared/messages/zh/generation'
import { curlOf } from './curl'
import { FactList } from './fact-list'
import { Section } from './generation-section'
import { Photos } from './photos'
import { useTimes } from './use-times'

/** All that is known of a film besides itself. */
export function Details({ generation }: { generation: Generation }) {
  const all = useWords()
  const words = useLateWords({ en: filmEn, zh: filmZh })
  const times = useTimes(generation)
  const { taskid, taskidEntered, status } = generation
  const request = isReadable(generation) ? curlOf(generation) : null
  return (
    <div className="grid min-w-0 content-start gap-6">
      {isReadable(generation) && (
        <Section title={words.settings}>
          <FactList facts={factsOf(all, words, generation)} />
        </Section>
      )}
      {generation.images.length > 0 && (
        <Section title={words.photos}>
          <Photos images={generation.images} />
        </Section>
      )}
      <Section title={words.times}>
        <FactList facts={[{ label: words.state, value: all.gallery.status[status] }, ...times]} />
      </Section>
      {taskid && (
        <Section title={words.taskId} action={<CopyButton name={words.copyTaskId} text={taskid} />}>
          <code className="wrap-anywhere text-sm">{taskid}</code>
          {taskidEntered && isActive(status) && <FollowForm generation={generation} />}
        </Section>
      )}
      {request && (
        <Section title={words.request} action={<CopyButton name={words.copyRequest} text={request} />}>
          <textarea
            readOnly
            aria-label={words.request}
            rows={10}
            value={request}
            className="block w-full resize-y whitespace-pre rounded border bg-well p-3 font-mono text-xs"
          />
          <p className="pt-2 text-faint text-xs">{words.requestHint}</p>
        </Section>
      )}
    </div>
  )
}
