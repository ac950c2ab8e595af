import type { RefObject } from 'react'
import { useLocale } from '@/lib/client/messages'
import { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import type { Part } from '@/lib/shared/messages/snippet-names'
import { promptHelpZh } from '@/lib/shared/messages/zh/prompt-help'
import { insertName, insertShot } from './insert-name'
import type { Tool } from './prompt-tools'
import { FoldedList, SnippetButton, SnippetList } from './snippet-list'
import { SoundOffer } from './sound-offer'
import { isWritten, SNIPPETS, toggleSnippet } from './toggle-snippet'
import { type PromptWriter, usePromptWriter } from './use-prompt-writer'

const HELP = { en: promptHelpEn, zh: promptHelpZh }
/** In the order of parts, without those that have a tool of their own. */
const MORE: Part[] = ['subject', 'action', 'scene', 'style', 'constraints']

type Props = {
  id: string
  tool: Tool
  area: RefObject<HTMLTextAreaElement | null>
  prompt: string
  /** Number of images in the form. */
  images: number
  /** Turns sound on; undefined if it is on or the model has none. */
  onSound: (() => void) | undefined
}

/** The snippets of a tool, labelled in the page’s language and written in the prompt’s. Lies over what follows. */
export function PromptPanel({ id, tool, area, prompt, images, onSound }: Props) {
  const page = useLocale()
  const writer = usePromptWriter(area, prompt)
  const snippetsOf = (part: Part) => <PartSnippets {...{ part, prompt, writer }} />

  return (
    <div
      id={id}
      className="absolute inset-x-0 top-2 max-h-[min(24rem,70dvh)] overflow-y-auto overscroll-contain rounded border bg-raised px-3.5 py-1"
    >
      {tool === 'more' ? (
        <>
          {MORE.map((part, index) => (
            <FoldedList key={part} {...SNIPPETS[page][part]} open={index === 0}>
              {snippetsOf(part)}
            </FoldedList>
          ))}
          <ShotsAndPhotos images={images} write={writer.write} />
        </>
      ) : (
        <>
          <SnippetList {...SNIPPETS[page][tool]}>{snippetsOf(tool)}</SnippetList>
          {tool === 'sound' && onSound && (
            <div className="pb-2">
              <SoundOffer text={HELP[page].soundOff} onSound={onSound} />
            </div>
          )}
        </>
      )}
    </div>
  )
}

type PartProps = { part: Part; prompt: string; writer: PromptWriter }

function PartSnippets({ part, prompt, writer: { caret, write } }: PartProps) {
  return Object.entries(SNIPPETS[useLocale()][part].snippets).map(([key, snippet]) => (
    <SnippetButton
      key={key}
      {...snippet}
      aria-pressed={isWritten(prompt, caret, { part, key })}
      onClick={(event) =>
        write(event, (text, at, language) => toggleSnippet(text, at, { part, key }, language))
      }
    />
  ))
}

/** What is written as often as it is pressed: the next shot, and the names of the photos. */
function ShotsAndPhotos({ images, write }: { images: number; write: PromptWriter['write'] }) {
  const { shots, images: photos } = HELP[useLocale()]
  return (
    <>
      <FoldedList {...shots}>
        <SnippetButton
          name={shots.next}
          text={shots.advice}
          onClick={(event) => write(event, (prompt, _, language) => insertShot(prompt, language))}
        />
      </FoldedList>
      {images > 0 && (
        <FoldedList {...photos}>
          {photos.names.slice(0, images).map((name, index) => (
            <SnippetButton
              key={name}
              name={name}
              text={name}
              onClick={(event) =>
                write(event, (prompt, caret, language) =>
                  insertName(prompt, caret, HELP[language].images.names[index] ?? name, language),
                )
              }
            />
          ))}
        </FoldedList>
      )}
    </>
  )
}
