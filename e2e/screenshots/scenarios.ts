import type { Page } from '@playwright/test'
import { file } from '@/e2e/kit/pictures'
import { cardMenuEn } from '@/lib/shared/messages/en/card-menu'
import { cardMenuZh } from '@/lib/shared/messages/zh/card-menu'
import type { Messages } from '@/lib/shared/messages/en'
import { queueEn } from '@/lib/shared/messages/en/queue'
import { selectionEn } from '@/lib/shared/messages/en/selection'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { queueZh } from '@/lib/shared/messages/zh/queue'
import { selectionZh } from '@/lib/shared/messages/zh/selection'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import { spendEn } from '@/lib/shared/messages/en/spend'
import { spendZh } from '@/lib/shared/messages/zh/spend'
import { landscape } from './paint'
import { localeOf, type Scenario } from './scenario'
import { TEAM_SCENARIOS } from './team-scenarios'

const photo = async (width: number, height: number) =>
  file('dunes.jpg', await landscape(20, { width, height }))

const addPhoto = async (page: Page, { frames }: Messages, width: number, height: number) =>
  page.getByLabel(frames.first, { exact: true }).setInputFiles(await photo(width, height))

/** Selects the first so many videos. */
async function select(page: Page, messages: Messages, count: number) {
  const menu = { en: cardMenuEn, zh: cardMenuZh }[localeOf(messages)]
  const { check } = { en: selectionEn, zh: selectionZh }[localeOf(messages)]
  await (await openMenu(page, messages, 0)).getByRole('menuitem', { name: menu.select }).click()
  for (let n = 1; n < count; n++) await page.getByRole('checkbox', { name: check }).nth(n).check()
}

/** Opens the menu of the nth card. */
async function openMenu(page: Page, { gallery }: Messages, position = 0) {
  await page.getByRole('article').getByRole('button', { name: gallery.moreActions }).nth(position).click()
  return page.getByRole('menu')
}

/** Every page and dialog. Add new ones here to have them screenshotted and checked against WCAG. */
export const SCENARIOS: Scenario[] = [
  { name: 'empty', studio: 'empty' },
  { name: 'videos', studio: 'filled' },
  { name: 'many', studio: 'many' },
  {
    name: 'queued',
    studio: 'queued',
    async open(page, messages) {
      const { position } = { en: queueEn, zh: queueZh }[localeOf(messages)]
      await page.getByText(position(3)).waitFor()
    },
  },
  {
    name: 'settings',
    studio: 'filled',
    path: () => '/settings',
    whole: true,
    async open(page, messages) {
      const { prices } = { en: spendEn, zh: spendZh }[localeOf(messages)]
      await page.getByLabel(prices.of('SeeDance 2.0', '720p', false)).fill('10')
      await page.getByLabel(prices.currency).fill('XYZ')
      await page.getByRole('button', { name: prices.button }).click()
      await page.locator('[aria-invalid=true]').first().waitFor()
    },
  },
  {
    name: 'composing',
    studio: 'empty',
    async open(page, messages) {
      await page
        .getByLabel(messages.composer.prompt, { exact: true })
        .fill('The sun sinks behind the dunes. Slow push-in. Wind, no music.')
      await addPhoto(page, messages, 1920, 1080)
      await page.getByLabel(messages.parameters.ratio.label, { exact: true }).selectOption('9:16')
      await page.getByRole('img', { name: messages.frames.imageOf('dunes.jpg') }).waitFor()
      await page.getByRole('progressbar').waitFor({ state: 'hidden' })
    },
  },
  {
    name: 'too-wide',
    studio: 'empty',
    async open(page, messages) {
      await addPhoto(page, messages, 2400, 600)
      await page.getByRole('alert').filter({ hasText: '600' }).waitFor()
    },
  },
  {
    name: 'reframing',
    studio: 'empty',
    async open(page, messages) {
      await addPhoto(page, messages, 1920, 1080)
      await page.getByRole('button', { name: messages.frames.reframePhoto('dunes.jpg') }).click()
      await page.getByRole('application').press('+')
    },
  },
  {
    name: 'prompt-help',
    studio: 'empty',
    async open(page, { composer }) {
      const tool = page.getByRole('button', { name: composer.tools.camera, exact: true })
      await tool.click()
      const panel = await tool.and(page.locator('[aria-controls]')).getAttribute('aria-controls')
      await page.locator(`[id="${panel}"]`).getByRole('button').first().waitFor()
    },
  },
  {
    name: 'hints',
    studio: 'empty',
    async open(page, { composer }) {
      const prompt = page.getByLabel(composer.prompt, { exact: true })
      await prompt.fill('A tram at night, 8K masterpiece. The driver says "Last stop".')
      await page.getByRole('form').getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'uploading',
    studio: 'empty',
    async open(page, messages) {
      await page.route('**/api/images', () => {}) // never responds
      await addPhoto(page, messages, 1920, 1080)
      await page.getByRole('progressbar').waitFor()
    },
  },
  {
    name: 'advanced',
    studio: 'empty',
    open: (page, messages) => page.locator('summary', { hasText: messages.composer.advanced }).click(),
  },
  {
    name: 'invalid-input',
    studio: 'empty',
    open: (page, messages) => page.getByRole('button', { name: messages.composer.generate }).click(),
  },
  { name: 'done', studio: 'filled', path: () => '/?show=done' },
  { name: 'failed', studio: 'filled', path: () => '/?show=failed', whole: true },
  { name: 'nothing-found', studio: 'filled', path: () => '/?q=zebra' },
  {
    name: 'menu',
    studio: 'filled',
    path: () => '/?show=done',
    open: async (page, messages) => (await openMenu(page, messages)).waitFor(),
  },
  {
    name: 'playing',
    studio: 'filled',
    path: () => '/?show=done',
    async open(page, { gallery }) {
      await page.getByRole('button', { name: gallery.play, exact: true }).first().click()
      const video = page.getByRole('dialog').getByLabel(gallery.video)
      await video.evaluate((video: HTMLVideoElement) => video.pause())
    },
  },
  {
    name: 'selecting',
    studio: 'filled',
    path: () => '/?show=done',
    open: (page, messages) => select(page, messages, 3),
  },
  {
    name: 'tagging-many',
    studio: 'filled',
    path: () => '/?show=done',
    async open(page, messages) {
      await select(page, messages, 2)
      const { tags } = { en: selectionEn, zh: selectionZh }[localeOf(messages)]
      await page.getByRole('button', { name: tags, exact: true }).last().click()
      await page.getByRole('combobox', { name: { en: tagsEn, zh: tagsZh }[localeOf(messages)].field }).fill('海')
    },
  },
  {
    name: 'comparing',
    studio: 'filled',
    path: () => '/?show=done',
    async open(page, messages) {
      await select(page, messages, 2)
      const { compare } = { en: selectionEn, zh: selectionZh }[localeOf(messages)]
      await page.getByRole('button', { name: compare }).click()
      await page.getByRole('dialog').getByRole('slider').first().waitFor()
    },
  },
  {
    name: 'confirm-delete',
    studio: 'filled',
    path: () => '/?show=making',
    async open(page, messages) {
      const { remove } = { en: cardMenuEn, zh: cardMenuZh }[localeOf(messages)]
      await (await openMenu(page, messages)).getByRole('menuitem', { name: remove }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'confirm-send-again',
    studio: 'filled',
    path: () => '/?show=failed',
    async open(page, messages) {
      await page
        .getByRole('button', { name: messages.gallery.sendAgain })
        .and(page.locator('[aria-haspopup]'))
        .click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'shortcuts',
    studio: 'filled',
    async open(page) {
      await page.keyboard.press('Shift+?')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'video', studio: 'filled', path: ({ video }) => `/g/${video}`, whole: true },
  { name: 'not-found', studio: 'empty', path: () => '/nothing/here' },
  ...TEAM_SCENARIOS,
]
