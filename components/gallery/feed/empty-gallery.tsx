import { useMessages } from '@/lib/client/messages'
import { withBasePath } from '@/lib/shared/base-path'
import type { Fields } from '@/lib/shared/models'

/** Called with the fields of the example that was pressed. */
export type OnExample = (fields: Pick<Fields, 'prompt' | 'ratio' | 'generate_audio'>) => void

/** What goes with each of the examples in the messages: an image in public/examples, and fields. */
const EXAMPLES = [
  { image: 'dunes', ratio: '16:9', generate_audio: '1' },
  { image: 'mist', ratio: '9:16', generate_audio: '1' },
  { image: 'dusk', ratio: '21:9', generate_audio: '0' },
] as const

/** The empty state: how to begin, and examples that fill the form. */
export function EmptyGallery({ onExample }: { onExample: OnExample }) {
  const { empty: messages, sound } = useMessages('gallery')
  return (
    <div className="mx-auto max-w-4xl py-8 wide:pt-[10vh]">
      <p className="font-semibold text-base">{messages.title}</p>
      <p className="pb-4 text-second text-sm">{messages.text}</p>
      <ul className="grid gap-3 sm:max-lg:grid-cols-3 wide:grid-cols-3">
        {EXAMPLES.map(({ image, ...fields }, n) => {
          const prompt = messages.examples[n] ?? ''
          return (
            <li key={image}>
              <button
                type="button"
                onClick={() => onExample({ prompt, ...fields })}
                className="group flex h-full w-full flex-col overflow-hidden rounded border bg-panel text-left text-sm hover:border-faint max-sm:flex-row lg:max-wide:flex-row"
              >
                <img
                  src={withBasePath(`/examples/${image}.webp`)}
                  alt=""
                  width={480}
                  height={360}
                  className="object-cover group-hover:brightness-105 max-sm:w-28 sm:max-lg:aspect-4/3 sm:max-lg:w-full lg:max-wide:w-28 wide:aspect-4/3 wide:w-full"
                />
                <span className="block p-3">
                  {prompt}
                  <span className="block pt-2 text-faint text-xs">
                    {fields.generate_audio === '1' ? `${fields.ratio} · ${sound}` : fields.ratio}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
