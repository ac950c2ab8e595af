import type { RefObject } from 'react'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

/** The tools below the prompt. */
const TOOLS = ['camera', 'light', 'sound', 'more'] as const
export type Tool = (typeof TOOLS)[number]

type Props = {
  open: Tool | null
  onOpen: (tool: Tool | null) => void
  /** The button whose panel is open. */
  opener: RefObject<HTMLButtonElement | null>
  /** Id of the panel. */
  panel: string
}

/** The buttons below the prompt that open the snippets. */
export function PromptTools({ open, onOpen, opener, panel }: Props) {
  const messages = useMessages('composer').tools
  return TOOLS.map((tool) => (
    <button
      key={tool}
      ref={open === tool ? opener : undefined}
      type="button"
      aria-expanded={open === tool}
      aria-controls={open === tool ? panel : undefined}
      onClick={() => onOpen(open === tool ? null : tool)}
      className={`inline-flex h-10 min-w-10 items-center justify-center gap-0.5 rounded px-2 text-xs hover:bg-well hover:text-text pointer-coarse:h-11 ${open === tool ? 'text-mark' : 'text-second'}`}
    >
      <Icon name="plus" className="size-4 @max-[21.5rem]:hidden" />
      {messages[tool]}
    </button>
  ))
}
