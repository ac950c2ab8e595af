import { sentencesOf, withoutSpeech } from './sentences'

/**
 * Patterns of a camera move. `named`: words that always mean the move. `done`: verbs that mean it only with the
 * camera as their subject, since a person may pull back a curtain and a head may tilt.
 */
type Move = { named: RegExp; done?: RegExp }

const SLOWLY = '(?:(?:very|slowly|gently|smoothly|quickly|slow|gentle|smooth|quick|fast|steady)\\s+){0,2}'
/** A direction counts at the start of a clause, not inside one. */
const clauseStart = (pattern: string) => `(?:^|[.,;:，。；：]\\s*)${SLOWLY}${pattern}`
const move = (named: string, done?: string): Move => ({
  named: new RegExp(named, 'i'),
  ...(done && { done: new RegExp(done, 'i') }),
})

const MOVES = {
  pushIn: move(
    `\\bpush-in\\b|\\b(?:slow|gentle|quick) push in\\b|\\bdolly[- ]in\\b|${clauseStart('push in\\b')}|推镜头?|缓推`,
    'push(?:es|ing)? in|doll(?:y|ies|ying) in|(?:推进|推近|前推|拉近)',
  ),
  pullBack: move(
    `\\bpull-(?:back|out)\\b|\\b(?:slow|gentle|quick) pull (?:back|out)\\b|\\bdolly[- ]out\\b|${clauseStart('pull (?:back|out)\\b')}|拉镜头?`,
    'pull(?:s|ing)? (?:back|out|away)|(?:拉远|后拉|拉开|后退)',
  ),
  zoom: move(
    `\\b(?:crash|slow|quick) zoom\\b|${clauseStart('zoom (?:in|out)\\b')}|变焦`,
    'zoom(?:s|ing)? (?:in|out)',
  ),
  pan: move(
    `\\b(?:slow|quick|fast|whip|smooth|camera) pan\\b(?! of\\b)|\\bpanning shot\\b|${clauseStart('pan (?:left|right|across|from)\\b')}|摇镜头?|横摇`,
    'pan(?:s|ning)?|(?:左摇|右摇|摇向|摇到)',
  ),
  tilt: move(
    `\\b(?:slow|camera) tilt (?:up|down)\\b|${clauseStart('tilt (?:up|down)\\b')}|[上下]摇(?![晃曳摆动篮])`,
    'tilt(?:s|ing)?',
  ),
  tracking: move(
    `\\b(?:tracking|trucking|following|dolly) shot\\b|跟拍|跟随镜头|移镜头?`,
    'track(?:s|ing)?|follow(?:s|ing)?|trail(?:s|ing)?|(?:跟随|跟着|横移)',
  ),
  orbit: move(
    `\\borbit(?:ing|al)? shot\\b|\\barc shot\\b|${clauseStart('orbit around\\b')}|环绕(?:镜头|拍摄)`,
    'orbit(?:s|ing)?|circl(?:es?|ing)|(?:环绕|绕着)',
  ),
  crane: move(
    `\\b(?:crane|jib) shot\\b|${clauseStart('crane (?:up|down)\\b')}|升降?镜头|摇臂`,
    'cran(?:es?|ing) (?:up|down|over)|ris(?:es?|ing)|(?:上升|升起|升高|下降)',
  ),
  lockedOff: move(
    '\\blocked[- ]off\\b|\\bstatic (?:shot|camera)\\b|\\bfixed camera\\b|固定(?:镜头|机位)',
    '(?:stays|remains|is) (?:still|fixed|static|locked)|(?:静止|不动|固定)',
  ),
} as const satisfies Record<string, Move>

const ADVERBS = '(?:\\s+(?!as\\b|while\\b|when\\b|and\\b)[a-z]+){0,3}?\\s+'
/** The camera as the subject; not somebody who holds one. */
const THE_CAMERA = '(?:^|[.,;:]\\s*|\\b(?:as|while|and|then)\\s+)(?:the |a )?(?:handheld )?camera\\b'
const NOT_BODY_PART = '(?! (?:his|her|its|their|my|your)\\b)'

/** The camera does it, directly or as a second verb: "the camera pans left, then tilts up". */
const byCamera = ({ source }: RegExp) =>
  new RegExp(
    [
      `${THE_CAMERA}${ADVERBS}(?:${source})${NOT_BODY_PART}`,
      `${THE_CAMERA}[^.;]*\\b(?:and|then) (?:then )?(?:slowly )?(?:${source})${NOT_BODY_PART}`,
      `(?:镜头|摄影机|摄像机|相机)[^，。；,.]{0,8}(?:${source})`,
      `(?:镜头|摄影机|摄像机|相机)[^。；.]*(?:然后|接着|再|随后)[^，。；]{0,4}(?:${source})`,
    ].join('|'),
    'i',
  )

const PATTERNS = Object.entries(MOVES).map(([name, { named, done }]: [string, Move]) => ({
  name,
  patterns: done ? [named, byCamera(done)] : [named],
}))

/**
 * The camera moves in a shot, each once. Handheld is not among them: it is a way of holding the camera and goes well
 * with tracking. When in doubt it is no move, since a missing hint is better than a wrong one.
 */
export function movesIn(shot: string): string[] {
  const sentences = sentencesOf(withoutSpeech(shot))
  return PATTERNS.filter(({ patterns }) =>
    sentences.some(({ text }) => patterns.some((pattern) => pattern.test(text))),
  ).map(({ name }) => name)
}
