import { describe, expect, test } from 'vitest'
import { csvOf } from '@/lib/shared/csv'
import { BATCH_ROWS } from './batch'
import { decodeTable } from './decode-table'
import { matchImages } from './match-images'
import { COLUMNS, readTable } from './read-table'

const TEXT = 'prompt,ratio\r\nEine Ente schläft,9:16\r\n一只考拉挥手,1:1\r\n'
const utf16 = (text: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
/** GB18030 by hand, since Node only decodes it. */
const GB18030 = Buffer.concat([
  Buffer.from('prompt,ratio\r\n'),
  Buffer.from([0xd2, 0xbb, 0xd6, 0xbb, 0xbf, 0xbc, 0xc0, 0xad]),
  Buffer.from(',1:1\r\n'),
])
const decoded = (bytes: Buffer) => decodeTable(new Uint8Array(bytes))

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16 with a mark, as “Unicode text” from Excel', utf16(`\ufeff${TEXT}`)],
  ['UTF-16 without a mark', utf16(TEXT)],
  ['UTF-16, big-endian, with a mark', utf16(`\ufeff${TEXT}`, true)],
  ['UTF-16, big-endian, without a mark', utf16(TEXT, true)],
])('a table in %s is read', (_, bytes) => expect(decoded(bytes)).toBe(TEXT))

test('a table in GB18030 is read', () => expect(decoded(GB18030)).toBe('prompt,ratio\r\n一只考拉,1:1\r\n'))

test('an image or a workbook is no table', () => {
  expect(decoded(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0xff]))).toBeUndefined()
  expect(decoded(Buffer.from('PK\u0003\u0004\0\0\0\0', 'latin1'))).toBeUndefined()
})

describe('cells', () => {
  test.each([
    ['commas', 'prompt,seed\nA koala.,7\n'],
    ['semicolons', 'prompt;seed\r\nA koala.;7\r\n'],
    ['tabs, as copied from a spreadsheet', 'prompt\tseed\nA koala.\t7'],
    ['empty lines around', '\n\nprompt,seed\n\nA koala.,7\n,\n\n'],
    ['names in other spellings', 'Prompt ,SEED\nA koala.,7'],
    ['empty columns at the end', 'prompt,seed,,\nA koala.,7,,\n'],
  ])('%s', (_, text) =>
    expect(readTable(text)).toEqual({ rows: [{ fields: { prompt: 'A koala.', seed: '7' }, images: [] }] }),
  )

  test('quotes hold commas, quotes and line breaks', () => {
    expect(readTable('prompt,seed\r\n"Say ""hi"",\r\nthen leave.",1\r\n')).toEqual({
      rows: [{ fields: { prompt: 'Say "hi",\r\nthen leave.', seed: '1' }, images: [] }],
    })
  })

  test('lines without names of columns are prompts', () => {
    const prompts = ['A koala, waving.', 'A duck; then "rain".']
    expect(readTable(prompts.join('\n'))).toEqual({
      rows: prompts.map((prompt) => ({ fields: { prompt }, images: [] })),
    })
  })

  test.each([
    ['ratio', '16:09', '16:9'],
    ['ratio', '16:09:00', '16:9'],
    ['ratio', '09:16', '9:16'],
    ['ratio', '01:01', '1:1'],
    ['ratio', '16：9', '16:9'],
    ['ratio', 'Adaptive', 'adaptive'],
    ['ratio', '5:4', '5:4'],
    ['duration', '10 s', '10'],
    ['duration', '5,0', '5'],
    ['resolution', '720P', '720p'],
    ['generate_audio', 'TRUE', '1'],
    ['generate_audio', '否', '0'],
    ['generate_audio', 'loud', 'loud'],
    ['seed', '4,29E+09', '4,29E+09'],
  ])('%s as %s is meant as %s', (column, cell, meant) => {
    expect(readTable(`prompt\t${column}\nx\t${cell}`)).toMatchObject({
      rows: [{ fields: { [column]: meant } }],
    })
  })

  test('images are named in one column or two, or several in a cell', () => {
    const images = ['a.jpg', 'b b.png']
    for (const table of [
      'prompt,sourceImage1,sourceImage2\nx,a.jpg,b b.png',
      'prompt,sourceImage,sourceImage\nx,a.jpg,b b.png',
      'prompt,source_images\nx,a.jpg; b b.png',
    ])
      expect(readTable(table)).toEqual({ rows: [{ fields: { prompt: 'x' }, images }] })
  })
})

test.each([
  ['', { type: 'table_empty' }],
  ['prompt,seed\n', { type: 'table_empty' }],
  ['text,seed\nx,1', { type: 'table_no_prompt', columns: ['text', 'seed'] }],
  ['prompt,sead\nx,1', { type: 'table_unknown_column', column: 'sead', allowed: [...COLUMNS] }],
  ['prompt,seed,seed\nx,1,2', { type: 'table_repeated_column', column: 'seed' }],
  ['prompt,seed\nx,1\ny,2, three', { type: 'table_extra_cell', row: 2, cell: 'three' }],
  ['prompt,seed\nx,1\n"y,2', { type: 'table_open_quote', row: 2 }],
  [
    `prompt\n${'x\n'.repeat(BATCH_ROWS + 1)}`,
    { type: 'table_too_long', rows: BATCH_ROWS + 1, limit: BATCH_ROWS },
  ],
])('%j is refused by name', (text, problem) => expect(readTable(text)).toEqual({ problem }))

test('what we write as CSV is read back', () => {
  const table = [
    ['prompt', 'sourceImage', 'ratio'],
    ['A "koala",\nwaving; slowly', 'a;b.jpg', '16:9'],
  ]
  expect(readTable(csvOf(table))).toMatchObject({
    rows: [{ fields: { prompt: 'A "koala",\nwaving; slowly', ratio: '16:9' } }],
  })
})

test('images are found by name, whatever its case, folder and composition', () => {
  const given = ['Cafe\u0301.JPG', 'b.png', 'twice.jpg', 'sub/TWICE.jpg']
  expect(matchImages(['caf\u00e9.jpg', 'C:\\photos\\b.png'], given)).toEqual({ positions: [0, 1] })
  expect(matchImages(['twice.jpg', 'c.png'], given)).toEqual({
    reasons: [
      { type: 'image_given_twice', field: 'sourceImage', name: 'twice.jpg' },
      { type: 'image_not_given', field: 'sourceImage', name: 'c.png' },
    ],
  })
})
