import { byRole } from './find'
import type { Page } from './page'
import type { Stage } from './stage'
import { untilTrue } from './wait'

export const PROMPT = byRole('textbox', /^Prompt$/)
export const FIRST_FRAME = byRole('file', /^First frame/)
export const GENERATE = byRole('button', /^(Generate|New video)/)
export const SEARCH = byRole('searchbox', /./)

/** Opens a page of the studio, and waits until it is hydrated. */
export async function openStudio(page: Page, { url }: Stage, path = '/'): Promise<void> {
  await page.goto(`${url}${path}`)
  await untilHydrated(page)
}

export const untilHydrated = (page: Page): Promise<void> =>
  untilTrue(
    page,
    'the page is hydrated',
    `Object.keys(${GENERATE} ?? {}).some((name) => name.startsWith('__reactProps'))`,
  )

export async function typePrompt(page: Page, prompt: string): Promise<void> {
  await page.click(PROMPT)
  await page.type(prompt)
  await untilTrue(page, 'the prompt is typed', `(${PROMPT}).value === ${JSON.stringify(prompt)}`)
}

/** Adds a photo as the first frame, and waits until it is uploaded: only then does the draft of this tab name it. */
export async function addPhoto(page: Page, stage: Stage, name: string, bytes: Buffer): Promise<void> {
  await page.setFile(FIRST_FRAME, await stage.file(name, bytes))
  await untilTrue(page, `${name} is uploaded`, `Object.values(sessionStorage).join().includes('${name}')`)
}

export const cardOf = (prompt: string) => byRole('article', new RegExp(prompt.replaceAll('.', '\\.')))
