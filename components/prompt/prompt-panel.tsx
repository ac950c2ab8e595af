import type { RefObject } from 'react'
import { useLateWords } from '@/lib/client/words'
import type { Locale } from '@/lib/shared/words/locale'
import type { Part } from '@/lib/shared/words/piece-words'
import { piecesEn } from '@/lib/shared/words/pieces-en'
import { piecesZh } from '@/lib/shared/words/pieces-zh'
import { promptHelpEn } from '@/lib/shared/words/prompt-help-en'
import { promptHelpZh } from '@/lib/shared/words/prompt-help-zh'
import { applyEdit } from './apply-edit'
import { languageOf } from './language'
import { PieceButton, PieceList } from './piece-list'
import { placeName, placeShot } from './place-name'
import { type Edit, placePiece } from './place-piece'
import { SoundOffer } from './sound-offer'
import type { Tool } from './tools'

const PIECES = { en: piecesEn, zh: piecesZh }
const IMAGE_NAMES = { en: ['Image 1', 'Image 2'], zh: ['图片1', '图片2'] }
const MORE: Part[] = ['subject', 'action', 'scene', 'style', 'constraints']

export type PanelProps = {
  id: string
  tool: Tool
  area: RefObject<HTMLTextAreaElement | null>
  /** How many photos there are to speak of. */
  images: number
  /** Turns sound on; undefined when it is on. */
  onSound: (() => void) | undefined
}

/** What there is to insert, named in the reader's language and written in the prompt's. */
export default function PromptPanel({ id, tool, area, images, onSound }: PanelProps) {
  const page = useLateWords<Locale>({ en: 'en', zh: 'zh' })
  const words = useLateWords({ en: promptHelpEn, zh: promptHelpZh })

  const write = (edit: (prompt: string, caret: number, language: Locale) => Edit) => {
    if (!area.current) return
    const { value, selectionEnd } = area.current
    applyEdit(area.current, edit(value, selectionEnd, languageOf(value, page)))
  }
  const list = (part: Part) => {
    const { title, advice, pieces } = PIECES[page][part]
    return (
      <PieceList key={part} title={title} advice={advice}>
        {Object.entries(pieces).map(([key, piece]) => (
          <PieceButton
            key={key}
            {...piece}
            onClick={() =>
              write((prompt, caret, language) => {
                const { text } = PIECES[language][part].pieces[key] ?? piece
                return placePiece(prompt, caret, text, part, language)
              })
            }
          />
        ))}
      </PieceList>
    )
  }

  return (
    <div id={id} className="mt-2 grid gap-5 rounded border bg-panel p-3.5">
      {tool === 'more' ? MORE.map(list) : list(tool)}
      {tool === 'sound' && onSound && <SoundOffer text={words.soundOff} onSound={onSound} />}
      {tool === 'more' && (
        <PieceList title={words.shots.title} advice={words.shots.advice}>
          <PieceButton
            name={words.shots.next}
            text={words.shots.advice}
            onClick={() => write((prompt, _, language) => placeShot(prompt, language))}
          />
        </PieceList>
      )}
      {tool === 'more' && images > 0 && (
        <PieceList title={words.images.title} advice={words.images.advice}>
          {IMAGE_NAMES[page].slice(0, images).map((name, index) => (
            <PieceButton
              key={name}
              name={name}
              text={name}
              onClick={() =>
                write((prompt, caret, language) =>
                  placeName(prompt, caret, IMAGE_NAMES[language][index] ?? name, language),
                )
              }
            />
          ))}
        </PieceList>
      )}
    </div>
  )
}
