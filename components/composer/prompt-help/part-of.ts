import { snippetsEn } from '@/lib/shared/messages/en/snippets'
import { PARTS, type Part } from '@/lib/shared/messages/snippet-names'
import { snippetsZh } from '@/lib/shared/messages/zh/snippets'
import { movesIn } from './camera-moves'
import { namesSound } from './sound-terms'

const KNOWN = new Map(
  [snippetsEn, snippetsZh].flatMap((snippets) =>
    PARTS.flatMap((part) => Object.values(snippets[part].snippets).map(({ text }) => [text, part] as const)),
  ),
)

const SIGNS: [Part, RegExp][] = [
  ['constraints', /\b(?:stays?|remains?|unchanged|consistent)\b|保持|不变|一致/i],
  ['style', /\b(?:style|cinematic|animation|watercolou?r|film grain|documentary)\b|风格|动画|胶片/i],
  ['light', /\b(?:light|lighting|lit|backlit|shadows?|golden hour|colou?rs?|palette)\b|光|色调|色彩|阴影/i],
]

/** The part that a sentence belongs to (camera, light, sound, …); null if unclear, such as who does what. */
export function partOf(sentence: string): Part | null {
  const known = KNOWN.get(sentence)
  if (known) return known
  if (movesIn(sentence).length > 0 || /\bhandheld\b|手持(?:镜头|拍摄)/i.test(sentence)) return 'camera'
  if (/\bno music\b|无音乐|没有音乐/i.test(sentence) || namesSound(sentence)) return 'sound'
  return SIGNS.find(([, sign]) => sign.test(sentence))?.[0] ?? null
}
