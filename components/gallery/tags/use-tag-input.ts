import { type KeyboardEvent, useState } from 'react'
import { useMessages } from '@/lib/client/messages'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { distinctTags, isSameTag, TAGS, tidyTag } from '@/lib/shared/tags'
import { isVisible } from '@/lib/shared/visible-text.js'
import { useTagOptions } from './use-tag-options'

const SEPARATOR = /[,，、\n]/

/** What is typed into a field for tags: Enter or a comma adds it, the arrow keys choose one's own, Backspace takes the last. */
export function useTagInput(tags: readonly string[], onChange: (tags: string[]) => void) {
  const messages = useMessages({ en: tagsEn, zh: tagsZh })
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [error, setError] = useState<string>()
  const options = useTagOptions(typed, tags)

  /** Keeps what can't be added in the field. */
  const add = (texts: readonly string[]) => {
    const wanted = texts.map(tidyTag).filter(isVisible)
    const known = wanted.map((text) => options.find((option) => isSameTag(option, text)) ?? text)
    const tooLong = known.find((tag) => [...tag].length > TAGS.characters)
    const all = distinctTags([...tags, ...known.filter((tag) => tag !== tooLong)])
    setActive(-1)
    if (tooLong !== undefined || all.length > TAGS.each) {
      setTyped(tooLong ?? known.join(', '))
      setError(tooLong === undefined ? messages.tooMany(TAGS.each) : messages.tooLong([...tooLong].length))
      return
    }
    setTyped('')
    setError(undefined)
    if (all.length > tags.length) onChange(all)
  }

  const type = (text: string) => {
    const { length } = [...tidyTag(text)]
    setOpen(true)
    setError(length > TAGS.characters ? messages.tooLong(length) : undefined)
    setActive(-1)
    if (SEPARATOR.test(text)) {
      setError(undefined)
      add(text.split(SEPARATOR))
    } else setTyped(text)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (event.nativeEvent.isComposing) return
    if (key === 'Enter') add([options[active] ?? typed])
    else if (key === 'ArrowDown' && options.length > 0) {
      setOpen(true)
      setActive((active + 1) % options.length)
    } else if (key === 'ArrowUp' && options.length > 0)
      setActive(active <= 0 ? options.length - 1 : active - 1)
    else if (key === 'Escape' && open && options.length > 0) setOpen(false)
    else if (key === 'Backspace' && typed === '' && tags.length > 0) onChange(tags.slice(0, -1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { typed, type, add, onKeyDown, error, options: open ? options : [], active, setOpen }
}
