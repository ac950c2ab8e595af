import type { Page } from '@playwright/test'
import { file } from '@/e2e/kit/pictures'
import type { Words } from '@/lib/shared/words/en'
import { landscape } from './paint'
import type { Stage, StudioName } from './stage'

/** A place in the studio that people see, and how to get there in whichever language `words` are. */
export type Scene = {
  name: string
  studio: StudioName
  path?: (stage: Stage) => string
  open?: (page: Page, words: Words) => Promise<unknown>
  /** A picture of it goes on below what is in sight. */
  whole?: true
}

const photo = async (width: number, height: number) =>
  file('dunes.jpg', await landscape(20, { width, height }))

const addPhoto = async (page: Page, { frames }: Words, width: number, height: number) =>
  page.getByLabel(frames.first, { exact: true }).setInputFiles(await photo(width, height))

/** Add a line here for every new page and dialog: it is then looked at, and held to WCAG, like the others. */
export const SCENES: Scene[] = [
  { name: 'empty', studio: 'empty' },
  { name: 'films', studio: 'filled', whole: true },
  { name: 'many', studio: 'many' },
  {
    name: 'composing',
    studio: 'empty',
    async open(page, words) {
      await page
        .getByLabel(words.composer.prompt, { exact: true })
        .fill('The sun sinks behind the dunes. Slow push-in. Wind, no music.')
      await addPhoto(page, words, 1920, 1080)
      await page.getByLabel(words.composer.ratio, { exact: true }).selectOption('9:16')
      await page.getByRole('img', { name: words.frames.pictureOf('dunes.jpg') }).waitFor()
    },
  },
  {
    name: 'uploading',
    studio: 'empty',
    async open(page, words) {
      await page.route('**/api/images', () => {}) // never answered
      await addPhoto(page, words, 1920, 1080)
      await page.getByRole('progressbar').waitFor()
    },
  },
  {
    name: 'advanced',
    studio: 'empty',
    open: (page, words) => page.locator('summary', { hasText: words.composer.advanced }).click(),
  },
  {
    name: 'refused-input',
    studio: 'empty',
    open: (page, words) => page.getByRole('button', { name: words.composer.generate }).click(),
  },
  { name: 'not-found', studio: 'empty', path: () => '/nothing/here' },
]
