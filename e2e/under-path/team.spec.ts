import { becomeOwner, browserOf, hydrated, inviteBy, joinBy } from '@/e2e/access/team'
import { expect, freePort, PASSWORD, startTeam } from '@/e2e/kit'
import { BASE_PATH, environment, test, watch } from './fixture'

test('under a base path people set up, invite, join, sign out and in, and by single sign-on', async ({
  browser,
  team: running,
  company,
}) => {
  const { origin } = new URL(running.url)
  expect(running.log()).toContain(`Open ${running.url}/setup and enter this setup code`)
  const owner = await browserOf(browser, running)
  const faults = watch(owner)
  await becomeOwner(owner, running)
  await expect(owner).toHaveURL(running.url)
  expect((await owner.context().cookies()).map(({ path }) => path)).toEqual([BASE_PATH])

  const link = await inviteBy(owner, 'mei@example.com')
  expect(link).toMatch(new RegExp(`^${running.url}/join/`))
  const page = await browserOf(browser, running)
  faults.push(...watch(page))
  await joinBy(page, link, 'Mei')
  await expect(page).toHaveURL(running.url)
  await page.getByRole('link', { name: 'Account: Mei' }).click()
  await page.getByRole('menuitem', { name: 'Account' }).click()
  await expect(page).toHaveURL(`${running.url}/account`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(`${running.url}/sign-in`)
  expect(await page.context().cookies()).toEqual([])

  await page.goto('./account')
  await expect(page).toHaveURL(`${running.url}/sign-in?to=%2Faccount`)
  await page.getByRole('textbox', { name: 'Email' }).fill('mei@example.com')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${running.url}/account`)
  await page.getByRole('link', { name: 'Videos' }).click()
  await expect(page).toHaveURL(running.url)
  await hydrated(page)

  company.state.who = { sub: 'mei', email: 'mei@example.com', email_verified: true, name: 'Mei' }
  const other = await browserOf(browser, running)
  await other.goto('./')
  const asked = other.waitForRequest((request) => request.url().startsWith(`${company.issuer}/authorize`))
  await other.getByRole('button', { name: /Example Ltd/ }).click()
  const redirect = new URL((await asked).url()).searchParams.get('redirect_uri')
  expect(redirect).toBe(`${running.url}/api/auth/callback/oidc`)
  await hydrated(other)
  await expect(other).toHaveURL(running.url)

  company.state.who = { sub: 'eve', email: 'eve@example.com', email_verified: true, name: 'Eve' }
  const stranger = await browserOf(browser, running)
  await stranger.goto('./')
  await stranger.getByRole('button', { name: /Example Ltd/ }).click()
  await expect(stranger).toHaveURL(new RegExp(`^${running.url}/sign-in\\?error=not_invited`))
  await expect(stranger.getByRole('alert')).toBeVisible()

  expect((await page.request.get(`${origin}/api/generations`)).status()).toBe(404)
  expect(faults).toEqual([])
})

test('PUBLIC_URL may name the base path, and a wrong host is told the whole address', async ({
  build,
  provider,
}) => {
  const port = await freePort()
  const PUBLIC_URL = `http://127.0.0.1:${port}${BASE_PATH}/`
  const running = await startTeam({ ...environment(provider), PUBLIC_URL }, { build })
  const answer = await fetch(`${running.url}/api/generations`)
  expect(answer.status).toBe(403) // the free port of PUBLIC_URL is not where it listens
  expect((await answer.json()).detail).toContain(`http://127.0.0.1:${port}${BASE_PATH}`)
  await running.stop()
})
