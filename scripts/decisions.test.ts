import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const FOLDER = `${import.meta.dirname}/../docs/decisions`
const HEAD =
  /^# (?<title>.+)\n\n- Date: (?<date>\d{4}-\d{2}-\d{2})\n- Status: (?<status>proposed|accepted|rejected|(?:accepted, in part )?superseded by (?<by>\d{3}(?: and \d{3})*))\n\n/

const text = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8')
const names = readdirSync(FOLDER).filter((name) => name !== 'README.md')
const index = text('README.md')

const numberOf = (name: string) => name.slice(0, 3)
const headOf = (name: string) => HEAD.exec(text(name))?.groups ?? {}

test('decisions are numbered from 001 without gaps or duplicates', () => {
  const expected = names.map((_, position) => `${position + 1}`.padStart(3, '0'))
  expect(names.map(numberOf).sort()).toEqual(expected)
})

describe.each(names)('the decision %s', (name) => {
  const { title, date, status } = headOf(name)

  test('is named NNN-title.md and begins with its title, date and status', () => {
    expect(name).toMatch(/^\d{3}-[a-z0-9]+(-[a-z0-9]+)*\.md$/)
    expect({ title, date, status }).toEqual({
      title: expect.any(String),
      date: expect.any(String),
      status: expect.any(String),
    })
  })

  test('is in the index with its title and status', () => {
    expect(index).toContain(`\n| [${numberOf(name)}](${name}) | ${title} | ${status} |\n`)
  })
})

test('the index lists only decisions that exist', () => {
  const listed = [...index.matchAll(/^\| \[\d{3}\]\((.+?)\)/gm)].map(([, file]) => file)
  expect(listed.sort()).toEqual([...names].sort())
})

test('a superseded decision links to later ones, which link back', () => {
  const namesBack = (old: string, by: string) => {
    const successor = names.find((name) => numberOf(name) === by)
    return successor !== undefined && by > numberOf(old) && text(successor).includes(numberOf(old))
  }
  const broken = names.filter((name) => {
    const { by } = headOf(name)
    return by?.split(' and ').some((successor) => !namesBack(name, successor)) ?? false
  })
  expect(broken).toEqual([])
})
