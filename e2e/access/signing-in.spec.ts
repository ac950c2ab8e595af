import { expect, file, hold, PASSWORD, photo } from '@/e2e/kit'
import { browserOf, hydrated, inviteBy, joinBy, signIn, teamTest as test } from './team'

test('nobody becomes the owner without the setup code from the log', async ({ browser, running }) => {
  const stranger = await browserOf(browser, running)
  await stranger.goto('/')
  await expect(stranger).toHaveURL(/\/setup$/)
  await stranger.getByRole('button', { name: 'Create owner account' }).click()
  await expect(stranger.getByText('Fill in this field.')).toHaveCount(4)
  await expect(stranger.getByRole('textbox', { name: 'Setup code' })).toBeFocused()
  await stranger.getByRole('textbox', { name: 'Setup code' }).fill('ABCDE-FGHJK-MNPQR-STVWX')
  await stranger.getByRole('textbox', { name: 'Your name' }).fill('Eve')
  await stranger.getByRole('textbox', { name: 'Email' }).fill('eve')
  await stranger.getByLabel('Password').fill('short')
  await stranger.getByRole('button', { name: 'Create owner account' }).click()
  await expect(stranger.getByText('Fill in this field.')).toHaveCount(0)
  await expect(stranger.getByText('Enter a whole address')).toBeVisible()
  await stranger.getByRole('textbox', { name: 'Email' }).fill('eve@example.com')
  await stranger.getByLabel('Password').fill('long enough for that')
  await stranger.getByRole('button', { name: 'Create owner account' }).click()
  await expect(stranger.getByText('Wrong code')).toBeVisible()
})

test('an invitation works once, and a new member sees only their own videos', async ({
  browser,
  running,
  owner,
}) => {
  const stranger = await browserOf(browser, running)
  await stranger.goto('/setup') // it has an owner now
  await expect(stranger).toHaveURL(/\/sign-in$/)
  const link = await inviteBy(owner, 'mei@example.com')
  const page = await browserOf(browser, running)
  const studio = await joinBy(page, link, 'Mei')
  await (await studio.generate('A video by Mei.')).getByRole('button', { name: 'Copy task ID' }).waitFor()

  await owner.goto('/')
  const owners = await hydrated(owner)
  await expect(owners.card('A video by Mei.')).toHaveCount(0)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This invitation is no longer valid')
})

test('signing out ends the session, and signing in brings the videos back', async ({
  browser,
  running,
  owner,
}) => {
  const page = await browserOf(browser, running)
  const studio = await joinBy(page, await inviteBy(owner, 'nils@example.com'), 'Nils')
  await (await studio.generate('A video by Nils.')).getByRole('button', { name: 'Copy task ID' }).waitFor()
  const cookies = await page.context().cookies()

  await page.getByRole('link', { name: 'Account: Nils' }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Account', 'Sign out']) // the team is for owners
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.context().addCookies(cookies)
  expect((await page.context().request.get('/api/generations')).status()).toBe(401)

  await page.goto('/')
  await signIn(page, 'nils@example.com', 'not the right password')
  await expect(page.getByText('Wrong email or password')).toBeVisible()
  await signIn(page, 'Nils@Example.com')
  await expect((await hydrated(page)).card('A video by Nils.')).toBeVisible()
})

test('a session that ends while writing loses nothing: signing in again sends the submission', async ({
  browser,
  running,
  owner,
}) => {
  const page = await browserOf(browser, running)
  const studio = await joinBy(page, await inviteBy(owner, 'ana@example.com'), 'Ana')
  const prompt = 'Written while the session ended.'
  const uploaded = page.waitForResponse((response) => response.url().endsWith('/api/images'))
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  await uploaded
  await studio.prompt().fill(prompt)
  // Generate is to be the first to learn of it: no poll may ask in between.
  const release = await hold(page, /\/api\/(generations\?|waiting)/)
  await page.context().clearCookies({ name: /session_token/ })
  await studio.generateButton().click()

  const dialog = page.getByRole('dialog', { name: 'You’ve been signed out' })
  await expect(dialog).toContainText('ana@example.com')
  release()
  await expect(studio.prompt()).toHaveValue(prompt)
  await dialog.getByLabel('Password').fill('four words in a row')
  await dialog.getByRole('button', { name: 'Sign in and continue' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(studio.card(prompt).getByRole('button', { name: 'Copy task ID' })).toBeVisible()
  await expect(studio.card(prompt)).toHaveCount(1)
  await expect(studio.prompt()).toHaveValue(prompt)
})

test('a sign-in form filled in before hydration waits for it, and never puts a password into a URL', async ({
  browser,
  running,
  owner: _,
}) => {
  const page = await browserOf(browser, running)
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  const releaseScripts = await hold(page, /\.js$/)
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Email' }).fill('olga@example.com')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel('Password').press('Enter')
  const button = page.getByRole('button', { name: 'Sign in', exact: true })
  await expect(button).toBeDisabled()
  // Password managers may submit the form by themselves, without its button.
  await page.locator('form').evaluate((form: HTMLFormElement) => form.submit())
  releaseScripts()
  await button.click()
  await hydrated(page)
  expect(requested.filter((url) => url.includes('password'))).toEqual([])
})

test('postponing sign-in keeps the prompt', async ({ browser, running, owner }) => {
  const page = await browserOf(browser, running)
  const studio = await joinBy(page, await inviteBy(owner, 'lea@example.com'), 'Lea')
  await page.context().clearCookies({ name: /session_token/ })
  const card = await studio.generate('Not now.')
  await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
  await expect(card).toContainText('You’ve been signed out')
  await expect(studio.prompt()).toHaveValue('Not now.')
})

test('a token works for scripts until it is revoked', async ({ browser, running, owner, request }) => {
  const page = await browserOf(browser, running)
  await joinBy(page, await inviteBy(owner, 'tom@example.com'), 'Tom')
  await page.goto('/account')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Nightly')
  await page.getByRole('button', { name: 'Create token' }).click()
  const token = await page.getByRole('textbox', { name: 'New token' }).inputValue()
  const headers = { authorization: `Bearer ${token}` }
  const made = await request.post(`${running.url}/api/generations`, {
    headers,
    multipart: { prompt: 'Made by a script.' },
  })
  expect(made.status()).toBe(201)
  await page.reload()
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: 'Revoke: Nightly' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('Nightly')).toHaveCount(0)
  expect((await request.get(`${running.url}/api/generations`, { headers })).status()).toBe(401)
  expect(running.log()).not.toContain(token)
})

test('an owner can limit everyone’s usage and remove a user’s access', async ({
  browser,
  running,
  owner,
}) => {
  const page = await browserOf(browser, running)
  const studio = await joinBy(page, await inviteBy(owner, 'zoe@example.com'), 'Zoe')
  await owner.goto('/team')
  const limits = owner.getByRole('region', { name: 'Limits per person' })
  await limits.getByLabel('Videos in 24 hours').fill('1')
  await limits.getByRole('button', { name: 'Save limits' }).click()
  await expect(owner.getByText('Limits saved.')).toBeAttached()
  await (await studio.generate('The first of the day.'))
    .getByRole('button', { name: 'Copy task ID' })
    .waitFor()
  await expect(await studio.generate('The second of the day.')).toContainText('1 video in 24 hours')
  await limits.getByLabel('Videos in 24 hours').fill('')
  await limits.getByRole('button', { name: 'Save limits' }).click()

  await owner.getByLabel('Manage: Zoe').click()
  await owner
    .getByRole('group', { name: 'Actions for Zoe' })
    .getByRole('button', { name: /Remove/ })
    .click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove access' }).click()
  await expect(owner.getByRole('group', { name: 'Actions for Zoe' })).toHaveCount(0)
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in$/)
  await signIn(page, 'zoe@example.com')
  await expect(page.getByText('Wrong email or password')).toBeVisible()
})

test('the team sees a shared video under its owner’s name, and only the owner can change it', async ({
  browser,
  running,
  owner,
}) => {
  test.setTimeout(300_000)
  const page = await browserOf(browser, running)
  const studio = await joinBy(page, await inviteBy(owner, 'kim@example.com'), 'Kim')
  const prompt = 'For everybody to see.'
  await studio.choose('First frame', file('beach.jpg', await photo(20)))
  const card = await studio.generate(prompt)
  await expect(card.getByLabel('Generated video')).toBeVisible({ timeout: 120_000 })
  await card.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Share with the team' }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('copy the photos')
  await question.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByText('Shared with the team.').first()).toBeVisible()
  await expect(card.getByTitle('Shared with the team')).toBeVisible()

  await owner.goto('/?show=team')
  const seen = (await hydrated(owner)).card(prompt)
  await expect(seen.getByLabel('Generated video')).toBeVisible()
  await expect(seen).toContainText('by Kim')
  await expect(seen.getByRole('button', { name: 'Star' })).toHaveCount(0)
  await seen.getByRole('button', { name: 'More' }).click()
  await expect(owner.getByRole('menuitem', { name: 'Copy prompt' })).toBeVisible()
  await expect(owner.getByRole('menuitem', { name: /Delete|Share|Star|sharing/ })).toHaveCount(0)
  await owner.keyboard.press('Escape')

  await expect(seen.getByRole('button', { name: 'Copy task ID' })).toHaveCount(0)
  await seen.getByRole('button', { name: 'Reuse' }).click()
  await expect(owner.getByRole('img', { name: 'Preview of photo-1.jpeg' })).toBeVisible()
  await hydrated(owner)
  await owner.getByRole('button', { name: 'Generate' }).click()
  const imagesOf = async (scope: string) => {
    const answer = await owner.request.get(`/api/generations?scope=${scope}&limit=1`)
    const { items } = await answer.json()
    return [items[0]?.prompt, items[0]?.images?.map(({ id }: { id: string }) => id)]
  }
  await expect.poll(() => imagesOf('own'), { timeout: 120_000 }).toEqual([prompt, [expect.any(String)]])
  expect(await imagesOf('own')).not.toEqual(await imagesOf('team'))

  await owner.goto('/team')
  await owner.getByLabel('Manage: Kim').click()
  await owner
    .getByRole('group', { name: 'Actions for Kim' })
    .getByRole('button', { name: /Remove/ })
    .click()
  await owner.getByRole('dialog').getByRole('button', { name: 'Remove access' }).click()
  await expect(owner.getByRole('group', { name: 'Actions for Kim' })).toHaveCount(0)
  await owner.goto('/?show=team')
  const left = (await hydrated(owner)).card(prompt)
  await left.getByRole('button', { name: 'More' }).click()
  await expect(owner.getByRole('menuitem', { name: 'Delete' })).toBeVisible()
  await owner.getByRole('menuitem', { name: 'Stop sharing' }).click()
  await expect(left).toHaveCount(0)
})

test('the next user of a browser sees nothing that the previous user wrote', async ({
  browser,
  running,
  owner,
}) => {
  const page = await browserOf(browser, running)
  const written = 'Only for the one who wrote it.'
  const studio = await joinBy(page, await inviteBy(owner, 'first@example.com'), 'First')
  await studio.prompt().fill(written)
  await page.reload()
  await expect((await hydrated(page)).prompt()).toHaveValue(written)
  // The session ends without signing out, as when it expires or an owner revokes it.
  await page.context().clearCookies({ name: /session_token/ })
  const second = await joinBy(page, await inviteBy(owner, 'second@example.com'), 'Second')
  await expect(second.prompt()).toHaveValue('')
  expect(
    await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])),
  ).not.toContain(written)
})

test('a user who resets the password decides what happens to their tokens', async ({
  browser,
  running,
  owner,
}) => {
  const page = await browserOf(browser, running)
  await joinBy(page, await inviteBy(owner, 'uma@example.com'), 'Uma')
  await page.goto('/account')
  await expect(page.getByRole('group', { name: 'Your API tokens' })).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Nightly')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('group', { name: 'Your API tokens' })).toBeVisible()

  await page.goto(await inviteBy(owner, 'uma@example.com'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a new password')
  await expect(page.getByRole('radio', { name: 'Revoke them' })).toBeChecked()
  await page.getByRole('radio', { name: 'Keep them' }).check()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Uma')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Set password and sign in' }).click()
  await hydrated(page)
  await page.goto('/account')
  await expect(page.getByText('Nightly')).toBeVisible()
})

test('on every page, a language that cannot be saved changes nothing and shows a toast', async ({
  browser,
  running,
  owner,
}) => {
  const stranger = await browserOf(browser, running)
  for (const [page, path] of [
    [stranger, '/sign-in'],
    [owner, '/account'],
    [owner, '/team'],
  ] as const) {
    await page.goto(path)
    await expect(page.locator('button[type=submit]').first()).toBeEnabled()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '中文' }).click()
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('wasn’t saved')
    await page.context().setOffline(false)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  }
  await stranger.getByRole('button', { name: '中文' }).click()
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('登录')
})

test('the log contains no email address and no secret, but has the request id', async ({
  running,
  owner,
  request,
}) => {
  await inviteBy(owner, 'last@example.com')
  const refused = await request.get(`${running.url}/api/generations`)
  expect(running.log()).not.toMatch(/@example\.com|four words in a row|session_token|\/join\/[\w-]{20}/i)
  expect(running.log()).toContain(`"request":"${refused.headers()['x-request-id']}"`)
})
