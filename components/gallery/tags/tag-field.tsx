import { useId } from 'react'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { useTagInput } from './use-tag-input'

type Props = {
  tags: readonly string[]
  onChange: (tags: string[]) => void
  /** Where each tag leads, if anywhere. */
  hrefOf?: (tag: string) => string
}

/** The name of the input, whose text a form around it may still take in. */
export const TYPED = 'typed'

/** Tags that can be removed, and a combobox for more, which suggests one's own. */
export function TagField({ tags, onChange, hrefOf }: Props) {
  const messages = useMessages({ en: tagsEn, zh: tagsZh })
  const id = useId()
  const input = useTagInput(tags, onChange)
  const { options, active, error } = input
  const optionId = (at: number) => `${id}-${at}`
  return (
    <div className="min-w-0">
      <div className="control flex min-h-10 w-full flex-wrap items-center gap-1.5 p-1.5">
        {/* First, so that a dialog begins here. */}
        <input
          type="text"
          name={TYPED}
          role="combobox"
          aria-label={messages.field}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={options[active] === undefined ? undefined : optionId(active)}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          enterKeyHint="done"
          placeholder={messages.placeholder}
          value={input.typed}
          onChange={({ currentTarget }) => input.type(currentTarget.value)}
          onKeyDown={input.onKeyDown}
          onFocus={() => input.setOpen(true)}
          className="order-last h-7 min-w-24 flex-1 bg-transparent px-1.5 text-base outline-none sm:text-sm pointer-coarse:h-9"
        />
        {tags.map((tag) => (
          <span
            key={tag}
            className="inline-flex min-h-7 max-w-full items-center rounded-md border bg-raised pl-2 text-sm pointer-coarse:min-h-9"
          >
            <Tag tag={tag} href={hrefOf?.(tag)} />
            <button
              type="button"
              aria-label={messages.remove(tag)}
              title={messages.remove(tag)}
              onClick={() => onChange(tags.filter((other) => other !== tag))}
              className="grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-well hover:text-text pointer-coarse:size-9"
            >
              <Icon name="close" className="size-4" />
            </button>
          </span>
        ))}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={messages.suggestions}
        className="flex flex-wrap gap-1.5 pt-2 empty:hidden"
      >
        {options.map((option, at) => (
          <div
            key={option}
            id={optionId(at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            // Before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault()
              input.add([option])
            }}
            className="flex min-h-8 cursor-pointer items-center rounded-md bg-well px-2.5 text-second text-sm hover:text-text aria-selected:outline-2 aria-selected:outline-accent pointer-coarse:min-h-10"
          >
            {option}
          </div>
        ))}
      </div>
      <p
        id={`${id}-hint`}
        role={error && 'alert'}
        className={`pt-1.5 text-xs ${error ? 'text-failure' : 'text-faint'}`}
      >
        {error ?? messages.hint}
      </p>
    </div>
  )
}

function Tag({ tag, href }: { tag: string; href: string | undefined }) {
  const { shownBy } = useMessages({ en: tagsEn, zh: tagsZh })
  const variant = 'wrap-anywhere min-w-0'
  if (href === undefined) return <span className={variant}>{tag}</span>
  return (
    <a href={href} title={shownBy(tag)} className={`${variant} hover:underline`}>
      {tag}
    </a>
  )
}
