import { withoutSpeech } from './sentences'

const SPOKEN =
  /\b(?:says?|said|asks?|whispers?|shouts?|sings?|replies|speaks|yells|murmurs?|voice|voice-?over|narrator|dialogue)\b[^.!?"“]{0,30}["“]|[”"],?\s+(?:(?:he|she|it|they|a|the)\s+)?(?:\w+\s+)?(?:says|said|asks|whispers|shouts)\b|(?:说|问|喊|唱|道|叫|答|旁白|画外音|对白|台词)[^。！？“"「]{0,6}["“「]/i

/** Phrases like "no music" and 无音乐 mention sound but by themselves ask for none. */
const WITHOUT = /\b(?:no|without|mute|free of)\b[^.;]*|(?:无|没有|不要|不带|静)[^，。；,.]*/gi

const SOUNDS = [
  /\b(?:sounds? of|sound effects?|soundtrack|background music|voice-?over|narration)\b/i,
  /(?:^|[.;]\s*)(?:sound|audio|music|dialogue)\s*:/i,
  /\b(?:soft|quiet|gentle|loud|upbeat|dramatic|epic|calm|piano|orchestral|ambient|electronic|jazz)\s+music\b(?!\s+(?:box|hall|video|shop|stand|teacher|room|school|festival))/i,
  /\bmusic (?:plays|swells|fades|starts|builds)\b/i,
  /配乐|背景音乐|音效|旁白|画外音|(?:的|轻快|舒缓|激昂|钢琴)音乐(?![会厅盒家节学课教播])/,
  /(?:雨|风|雷|鸟|海浪|浪|水|笑|掌|歌|脚步|钟|琴|哭|枪|引擎|车流|鸣叫|叫)声(?!名|望|称|明)/,
]

/** What is heard where somebody asks for no music. */
const AUDIBLE =
  '(?:rain|wind|thunder|waves|surf|sea|water|birds?|birdsong|crickets|insects|leaves|fire|crackling|footsteps|steps|traffic|engines?|bells?|applause|laughter|voices|breathing|ambience)'
const HEARD = `(?:[a-z]+\\s+){0,2}${AUDIBLE}(?:\\s+and\\s+(?:[a-z]+\\s+)?${AUDIBLE})?`
/** "Rain, no music": beside music, rain is something to be heard. */
const RATHER_THAN_MUSIC = new RegExp(
  [
    `(?:^|[.,;]\\s*)${HEARD}\\s*,[^.;]*\\b(?:no|without) music\\b`,
    `\\b(?:no|without) music\\s*[,;:]\\s*(?:only|just)\\s+${HEARD}\\b`,
    '(?:^|[。，；、]\\s*)[\\p{Script=Han}]{0,4}(?:雨|风|雷|浪|水|鸟|虫|火|脚步|车流)[，、](?:但|而)?(?:无|没有|不要)音乐',
  ].join('|'),
  'iu',
)

/** Whether a prompt names a sound or music to be heard. When in doubt it doesn’t: rain can be seen as well. */
export const namesSound = (prompt: string): boolean => {
  const directions = withoutSpeech(prompt)
  const wanted = directions.replace(WITHOUT, '')
  return SOUNDS.some((sound) => sound.test(wanted)) || RATHER_THAN_MUSIC.test(directions)
}

/** Whether a prompt asks for anything audible, speech included. */
export const asksForSound = (prompt: string): boolean => SPOKEN.test(prompt) || namesSound(prompt)
