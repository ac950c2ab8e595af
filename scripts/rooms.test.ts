import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix' // as git and imports write paths, on Windows too
import { describe, expect, test } from 'vitest'
import { mayTest, mayUse, ROOMS, roomOf } from './rooms'
import { PAGE, RULES, rulesFile, withDiagram } from './write-rooms'

const SOURCE = /\.(tsx?|js)$/
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g

type Import = { file: string; from: string; to: string }

const bare = (path: string): string => path.replace(/\.(tsx?|js)$/, '').replace(/\/index$/, '')

/** Every import between our own files, including types. */
function imports(): Import[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app', 'components', 'lib'])
  const files = [...new Set(listed.toString().split('\n'))].filter(
    (file) => SOURCE.test(file) && existsSync(file),
  )
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(IMPORT)].flatMap(([, name = '']) => {
      if (!name.startsWith('@/') && !name.startsWith('.')) return []
      const to = name.startsWith('@/') ? name.slice(2) : join(dirname(file), name)
      return [{ file, from: bare(file), to: bare(to) }]
    })
  })
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

describe('the rooms of the code', () => {
  test('use only rooms listed before them, so that there are no cycles', () => {
    const wrong = ROOMS.flatMap(({ path, uses }, index) =>
      uses
        .filter((use) => ROOMS.findIndex((room) => room.path === use) >= index || !roomOf(use))
        .map((use) => `${path} → ${use}`),
    )
    expect(wrong).toEqual([])
  })

  test('import only what the table allows', () => {
    const wrong = imports().filter(({ file, from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)]
      if (!room) return false
      if (!other) return !isTest(file)
      return isTest(file) ? !mayTest(room, other) : !mayUse(room, other)
    })
    expect(wrong).toEqual([])
  })

  test('use every import that the table allows', () => {
    const used = new Set(
      imports()
        .filter(({ file }) => !isTest(file))
        .map(({ from, to }) => `${roomOf(from)?.path} → ${roomOf(to)?.path}`),
    )
    const unused = ROOMS.flatMap(({ path, uses }) => uses.map((use) => `${path} → ${use}`)).filter(
      (arrow) => !used.has(arrow),
    )
    expect(unused).toEqual([])
  })

  test('are the same in the table, the linter’s rules and the diagram (npm run rooms updates both)', () => {
    expect(JSON.parse(readFileSync(RULES, 'utf8'))).toEqual(JSON.parse(rulesFile()))
    const page = readFileSync(PAGE, 'utf8')
    expect(page).toBe(withDiagram(page))
  })
})
