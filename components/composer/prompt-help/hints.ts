import { movesIn } from './camera-moves'
import { countHan, countWords, languageOf } from './language'
import { shotsOf, withoutSpeech } from './sentences'
import { asksForSound } from './sound-terms'

/** Something that may make the video differ from what was meant. Source: the model’s documentation. */
export type Hint =
  | { type: 'noImage'; image: number }
  | { type: 'imageName'; image: number }
  | { type: 'muted' }
  | { type: 'moves' }
  | { type: 'negative' }
  | { type: 'booster'; found: string }
  | { type: 'longWords'; limit: number }
  | { type: 'longHan'; limit: number }

const MAX_WORDS = 1_000
const MAX_HAN = 500

const IMAGE =
  /(?<![@\w])(?:image|picture)\s?([1-9])\b(?!\s*(?:of|%|px|x)\b)|(?<!@\s?)图片?\s?([1-9])(?!\d|[：:.]\d)/gi
const AT_IMAGE = /(?<![\w.])@\s?(?:image|img|picture|photo|图片|图像|图)\s?[_-]?\s?([12])?(?!\w|\.\w)/i
const NEGATIVE = /\bnegative prompts?\b|(?:^|\s)--no\s|(?:^|[.\n]\s*)negative:|(?:负面|反向|负向)提示词?/i
const CLAUSE = '(?:^|[,，、.。\\n]\\s*)'
const CLAUSE_END = '(?=\\s*(?:$|[,，、.。\\n]))'
const BOOSTER = new RegExp(
  [
    '\\b(?:8|16)k\\b(?!\\s*(?:run|race|tv|television|screen|monitor|display|steps|marathon)\\b)',
    `(?<=${CLAUSE})4k${CLAUSE_END}`,
    `(?<=${CLAUSE})(?:an? )?(?:absolute )?masterpiece${CLAUSE_END}`,
    '\\b(?:best|highest|top) quality\\b',
    '\\bultra[- ]?(?:hd|high definition|detailed)\\b',
    '\\bhyper-?detailed\\b',
    '\\btrending on artstation\\b',
    `(?<=${CLAUSE})award[- ]winning(?: (?:film|photo|photography|cinematography))?${CLAUSE_END}`,
    `(?<=${CLAUSE})(?:大师级?)?杰作${CLAUSE_END}`,
    '(?:最高|最佳|极致|超高)(?:画质|质量)|超高清',
  ].join('|'),
  'i',
)

/** Hints about a prompt, most important first. `images`: number of images in the form. */
export function findHints(prompt: string, { sound, images }: { sound: boolean; images: number }): Hint[] {
  const hints: Hint[] = []
  const directions = withoutSpeech(prompt)
  const named = [...directions.matchAll(IMAGE)].map(([, latin, han]) => Number(latin ?? han))
  const missing = named.find((image) => image > images)
  if (missing !== undefined) hints.push({ type: 'noImage', image: missing })
  const at = AT_IMAGE.exec(directions)
  if (at) hints.push({ type: 'imageName', image: Number(at[1] ?? 1) })
  if (!sound && asksForSound(prompt)) hints.push({ type: 'muted' })
  if (shotsOf(prompt).some(({ text }) => movesIn(text).length > 1)) hints.push({ type: 'moves' })
  if (NEGATIVE.test(directions)) hints.push({ type: 'negative' })
  const booster = BOOSTER.exec(directions)
  if (booster) hints.push({ type: 'booster', found: booster[0] })
  const chinese = languageOf(prompt, 'en') === 'zh'
  if (chinese && countHan(prompt) > MAX_HAN) hints.push({ type: 'longHan', limit: MAX_HAN })
  if (!chinese && countWords(prompt) > MAX_WORDS) hints.push({ type: 'longWords', limit: MAX_WORDS })
  return hints
}
