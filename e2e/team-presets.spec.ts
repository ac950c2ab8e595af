import type { Page } from '@playwright/test'
import { browserOf, inviteBy, joinBy, teamTest as test } from './access/team'
import { expect } from './kit'

const dialog = (page: Page) => page.getByRole('dialog')

async function openWith(page: Page, prompt: string) {
  await page.goto('./')
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  await page.getByRole('button', { name: 'Presets', exact: true }).click()
}

test('a preset is shared when it is saved: the team sees whose it is, and its owner may delete it', async ({
  browser,
  running,
  owner,
}) => {
  const member = await browserOf(browser, running)
  await joinBy(member, await inviteBy(owner, 'mia@example.com'), 'Mia')
  await openWith(member, 'The tide comes in.')
  for (const [name, shared] of [
    ['Tide for all', true],
    ['Tide for me', false],
  ] as const) {
    await dialog(member).getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog(member).getByRole('switch', { name: 'Share with the team' }).setChecked(shared)
    await dialog(member).getByRole('button', { name: 'Save as preset' }).click()
    await expect(dialog(member).getByRole('listitem').filter({ hasText: name })).toBeVisible()
  }

  await openWith(owner, 'Something else.')
  const shared = dialog(owner).getByRole('listitem').filter({ hasText: 'Tide for all' })
  await expect(shared).toContainText('Shared by Mia')
  await expect(dialog(owner).getByText('Tide for me')).toHaveCount(0)
  await dialog(owner).getByRole('button', { name: 'Insert “Tide for all”' }).click()
  await expect(owner.getByRole('textbox', { name: 'Prompt', exact: true })).toHaveValue('The tide comes in.')

  await owner.getByRole('button', { name: 'Presets', exact: true }).click()
  await dialog(owner).getByRole('button', { name: 'Delete “Tide for all”' }).click()
  await expect(owner.getByText('your team loses it, too')).toBeVisible()
  await owner.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(shared).toHaveCount(0)
  await openWith(member, 'Something else.')
  await expect(dialog(member).getByRole('listitem')).toHaveCount(1)
  await member.close()
})
