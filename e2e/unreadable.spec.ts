import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, startArchive, startStudio, test } from './kit'

test('a record that cannot be read is shown as unreadable, does not hide the others, and can be deleted', async ({
  page,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'promptreel-unreadable-'))
  const env = { TENSORSLAB_BASE_URL: 'http://127.0.0.1:9' }
  await (await startArchive(4, dataDir, env)).stop()
  const database = new Database(join(dataDir, 'promptreel.db'))
  database.exec(`update generations set settings = '{"ratio":' where prompt like 'Film 2 %'`)
  database.exec(`update generations set status = 'dreaming', prompt = '' where prompt like 'Film 3 %'`)
  database.close()
  const studio = await startStudio(env, dataDir)
  try {
    await page.goto(studio.url)
    await expect(page.getByRole('article')).toHaveCount(4)
    await expect(
      page.getByRole('article', { name: 'Film 4 of the archive.' }).getByLabel('Generated video'),
    ).toBeVisible()
    const nameless = page.getByRole('article', { name: 'This record can’t be read' })
    await expect(nameless).toContainText('A newer version may have written it')
    await expect(nameless).toContainText('2026-01-01')
    await expect(nameless).toContainText(/[0-9A-Z]{26}/)
    await expect(nameless.getByRole('button', { name: 'Copy task ID' })).toBeVisible()

    const named = page.getByRole('article', { name: 'Film 2 of the archive.' })
    await expect(named.getByLabel('Generated video')).toBeVisible()
    await expect(named.getByRole('button', { name: 'Reuse' })).toHaveCount(0)
    await nameless.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(nameless).toHaveCount(0)

    const { items } = await (await page.request.get(`${studio.url}/api/generations`)).json()
    expect(items.map(({ prompt }: { prompt: string }) => prompt)).toHaveLength(3)
    for (const { id } of items) {
      await page.goto(`${studio.url}/g/${id}`)
      await expect(page.getByRole('article')).toBeVisible()
    }
    await page.goto(studio.url)
    await page.getByRole('button', { name: '中文' }).click()
    await expect(page.getByRole('article')).toHaveCount(3)
  } finally {
    await studio.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
})
