import { useMessages } from '@/lib/client/messages'

/** The empty state: how to begin, and example prompts. */
export function EmptyGallery({ onExample }: { onExample: (prompt: string) => void }) {
  const messages = useMessages('gallery').empty
  return (
    <div className="mx-auto grid max-w-120 gap-2 py-12 lg:pt-[16vh]">
      <p className="font-semibold text-base">{messages.title}</p>
      <p className="pb-2 text-second text-sm">{messages.text}</p>
      {messages.examples.map((prompt) => (
        <button
          key={prompt}
          type="button"
          onClick={() => onExample(prompt)}
          className="rounded border bg-panel px-4 py-3 text-left text-sm hover:border-faint"
        >
          {prompt}
        </button>
      ))}
    </div>
  )
}
