import { type RefObject, useRef } from 'react'
import { useLocale } from '@/lib/client/messages'
import { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import { snippetsEn } from '@/lib/shared/messages/en/snippets'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Part } from '@/lib/shared/messages/snippet-names'
import { promptHelpZh } from '@/lib/shared/messages/zh/prompt-help'
import { snippetsZh } from '@/lib/shared/messages/zh/snippets'
import { applyEdit } from './apply-edit'
import { insertName, insertShot } from './insert-name'
import { type Edit, insertSnippet } from './insert-snippet'
import { languageOf } from './language'
import type { Tool } from './prompt-tools'
import { FoldedList, SnippetButton, SnippetList } from './snippet-list'
import { SoundOffer } from './sound-offer'

const SNIPPETS = { en: snippetsEn, zh: snippetsZh }
const HELP = { en: promptHelpEn, zh: promptHelpZh }
/** In the order of parts, without those that have a tool of their own. */
const MORE: Part[] = ['subject', 'action', 'scene', 'style', 'constraints']

type Props = {
  id: string
  tool: Tool
  area: RefObject<HTMLTextAreaElement | null>
  /** Number of images in the form. */
  images: number
  /** Turns sound on; undefined if it is on or the model has none. */
  onSound: (() => void) | undefined
}

/** The snippets of a tool, labelled in the page’s language and written in the prompt’s. */
export function PromptPanel({ id, tool, area, images, onSound }: Props) {
  const page = useLocale()
  const { shots, images: photos, soundOff } = HELP[page]

  /** The text and caret after the last insert: a caret still there was not placed by the user. */
  const left = useRef({ value: '', selectionEnd: 0 })
  const write = (edit: (prompt: string, caret: number, language: Locale) => Edit) => {
    if (!area.current) return
    const { value, selectionEnd } = area.current
    const untouched = left.current.value === value && left.current.selectionEnd === selectionEnd
    applyEdit(area.current, edit(value, untouched ? 0 : selectionEnd, languageOf(value, page)))
    left.current = { value: area.current.value, selectionEnd: area.current.selectionEnd }
  }
  const snippetsOf = (part: Part) =>
    Object.entries(SNIPPETS[page][part].snippets).map(([key, snippet]) => (
      <SnippetButton
        key={key}
        {...snippet}
        onClick={() =>
          write((prompt, caret, language) => {
            const { text } = SNIPPETS[language][part].snippets[key] ?? snippet
            return insertSnippet(prompt, caret, text, part, language)
          })
        }
      />
    ))

  if (tool !== 'more') {
    return (
      <div id={id} className="mt-2 rounded border bg-panel px-3.5 pt-1 pb-2">
        <SnippetList {...SNIPPETS[page][tool]}>{snippetsOf(tool)}</SnippetList>
        {tool === 'sound' && onSound && <SoundOffer text={soundOff} onSound={onSound} />}
      </div>
    )
  }
  return (
    <div id={id} className="mt-2 rounded border bg-panel px-3.5 py-1">
      {MORE.map((part, index) => (
        <FoldedList key={part} {...SNIPPETS[page][part]} open={index === 0}>
          {snippetsOf(part)}
        </FoldedList>
      ))}
      <FoldedList {...shots}>
        <SnippetButton
          name={shots.next}
          text={shots.advice}
          onClick={() => write((prompt, _, language) => insertShot(prompt, language))}
        />
      </FoldedList>
      {images > 0 && (
        <FoldedList {...photos}>
          {photos.names.slice(0, images).map((name, index) => (
            <SnippetButton
              key={name}
              name={name}
              text={name}
              onClick={() =>
                write((prompt, caret, language) =>
                  insertName(prompt, caret, HELP[language].images.names[index] ?? name, language),
                )
              }
            />
          ))}
        </FoldedList>
      )}
    </div>
  )
}
