import type { ReactNode } from 'react'

type Props = {
  title: string
  /** It failed for sure, which a red dot marks. */
  failed?: boolean
  /** Reason, what to do, money: in this order. */
  sentences: readonly string[]
  /** The prompt and the taskid, after the title. */
  about: ReactNode
  /** What to do. */
  children?: ReactNode
}

/**
 * What happened, in one line or two, and what to do. It has room for as many lines as usual, and for a line of buttons
 * where they are below: its own words come after the server’s (FailureRow), and what is below must not move.
 */
export function MessageLine({ title, failed = false, sentences, about, children }: Props) {
  return (
    <>
      <div className="min-w-0 grow basis-full max-wide:pr-10 wide:basis-80">
        <div className="flex min-w-0 items-baseline gap-x-3 max-wide:flex-wrap">
          <p className="flex shrink-0 items-center gap-2 font-semibold text-sm max-wide:w-full max-wide:shrink">
            {failed && <span className="size-1.5 shrink-0 rounded-full bg-failure" />}
            {title}
          </p>
          {about}
        </div>
        <p
          title={sentences.map(spaced).join('')}
          className="wrap-anywhere text-second text-sm max-wide:[article:first-child_&]:min-h-20 wide:line-clamp-3 wide:min-h-15 min-[90rem]:min-h-10"
        >
          {sentences.map((sentence) => (
            <span key={sentence}>{spaced(sentence)}</span>
          ))}
        </p>
      </div>
      {children}
    </>
  )
}

/** Full-width punctuation brings its own space. */
const spaced = (sentence: string) => (/[。！？]$/.test(sentence) ? sentence : `${sentence} `)
