import { useId } from 'react'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { useTagInput } from './use-tag-input'

type Props = { tags: readonly string[]; onChange: (tags: string[]) => void }

/** Tags that can be removed, and a combobox for more, which suggests one's own. */
export function TagField({ tags, onChange }: Props) {
  const messages = useMessages({ en: tagsEn, zh: tagsZh })
  const id = useId()
  const input = useTagInput(tags, onChange)
  const { options, active, error } = input
  const optionId = (at: number) => `${id}-${at}`
  return (
    <div className="min-w-0">
      <div className="control flex min-h-10 w-full flex-wrap items-center gap-1.5 p-1.5">
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            aria-label={messages.remove(tag)}
            title={messages.remove(tag)}
            onClick={() => onChange(tags.filter((other) => other !== tag))}
            className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-md border bg-raised pr-1 pl-2 text-left text-sm hover:bg-well pointer-coarse:min-h-9"
          >
            <span className="wrap-anywhere min-w-0">{tag}</span>
            <Icon name="close" className="size-4 text-faint" />
          </button>
        ))}
        <input
          type="text"
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
          onBlur={() => {
            input.setOpen(false)
            input.add([input.typed])
          }}
          className="h-7 min-w-24 flex-1 bg-transparent px-1.5 text-base outline-none sm:text-sm pointer-coarse:h-9"
        />
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
            // Before the field loses the focus, which would close the list.
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
