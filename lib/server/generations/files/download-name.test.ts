import { expect, test } from 'vitest'
import { downloadName } from './download-name'

const video = { type: 'video/mp4', width: 720, height: 1_280 }
const nameFor = (prompt: string) => downloadName({ prompt, created_at: '2026-11-22T10:00:00.000Z' }, video)
const END = ' 9x16 2026-11-22.mp4'

test.each([
  ['A koala waves at the camera. Slow push-in.', 'A koala waves at the camera'],
  ['नमस्ते दुनिया', 'नमस्ते दुनिया'],
  ['สวัสดีชาวโลก', 'สวัสดีชาวโลก'],
  ['ভালো ক্ষুধা', 'ভালো ক্ষুধা'],
  ['שָׁלוֹם עוֹלָם', 'שָׁלוֹם עוֹלָם'.normalize('NFC')],
  ['مَرْحَبًا', 'مَرْحَبًا'],
  ['می\u200cخواهم پرواز کنم', 'می\u200cخواهم پرواز کنم'],
  ['ශ්\u200dරී ලංකා', 'ශ්\u200dරී ලංකා'],
  ['cafe\u0301 a\u0300 Hanoi', 'café à Hanoi'],
  ['Tiếng Việt', 'Tiếng Việt'],
  ['が プ', 'が プ'.normalize('NFC')],
  ['각', '각'.normalize('NFC')],
  ["it’s l'été, O'Neill’s dog", "it’s l'été O'Neill’s dog"],
  ['Slow push-in, col·lecció - end', 'Slow push-in col·lecció end'],
  ['一只考拉挥手。镜头推近', '一只考拉挥手 镜头推近'],
  ["“quoted” 'single' dogs'", 'quoted single dogs'],
  ['../../etc/passwd <a|b>:"c"*?\\', 'etc passwd a b c'],
  ['\u0301 lonely mark', 'lonely mark'],
  ['\u3164 filler', 'filler'],
  ['😀 🎬', 'video'],
  ['CON', 'CON'],
  ['', 'video'],
])('%j becomes %j', (prompt, start) => expect(nameFor(prompt)).toBe(`${start}${END}`))

test.each(['न्य'.repeat(200), '考拉'.repeat(200), 'é'.repeat(300), 'x'.repeat(9_000), '𠜎'.repeat(300)])(
  'a long word is cut between characters: %#',
  (prompt) => {
    const name = nameFor(prompt)
    const start = name.slice(0, -END.length)
    expect(start.length).toBeGreaterThan(20)
    expect(Buffer.byteLength(name)).toBeLessThan(220)
    const whole = [...new Intl.Segmenter().segment(prompt)].map(({ segment }) => segment)
    expect(start).toBe(whole.slice(0, [...new Intl.Segmenter().segment(start)].length).join(''))
  },
)
