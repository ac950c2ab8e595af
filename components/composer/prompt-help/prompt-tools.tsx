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

/** The buttons below the prompt that open the snippets. What is pressed is larger than what is visible. */
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
      className={`group inline-flex h-10 items-center rounded text-sm pointer-coarse:h-11 ${open === tool ? 'text-mark' : 'text-second'}`}
    >
      <span className="flex h-8 items-center gap-0.5 rounded-full border bg-raised pr-2 pl-1 group-hover:border-faint group-hover:text-text group-aria-expanded:border-mark">
        <Icon name="plus" className="size-4" />
        {messages[tool]}
      </span>
    </button>
  ))
}
