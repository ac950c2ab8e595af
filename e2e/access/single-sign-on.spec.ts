import type { Page } from '@playwright/test'
import { expect, hold, PASSWORD } from '@/e2e/kit'
import { startProvider } from '@/testing/auth/oidc-provider'
import { browserOf, hydrated, inviteBy, teamTest } from './team'

type Provider = Awaited<ReturnType<typeof startProvider>>

const test = teamTest.extend<object, { company: Provider }>({
  company: [
    async ({ browserName: _ }, use) => {
      const company = await startProvider()
      await use(company)
      company.close()
    },
    { scope: 'worker' },
  ],
  env: [
    ({ company }, use) =>
      use({
        OIDC_ISSUER: company.issuer,
        OIDC_CLIENT_ID: 'promptreel',
        OIDC_CLIENT_SECRET: 'a client secret',
        OIDC_NAME: 'Example Ltd',
      }),
    { scope: 'worker' },
  ],
})

const identify = ({ state }: Provider, email: string, claims: object = {}) =>
  Object.assign(state, {
    who: { sub: email || 'without an address', email, email_verified: true, name: 'Olga' },
    claims,
  })

const byCompany = (page: Page) => page.getByRole('button', { name: 'Sign in with Example Ltd' })
const byPassword = async (page: Page) => {
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: /^Sign in( and continue)?$/ }).click()
}

/** What people open, and where they are afterwards. */
const PATHS = ['/?q=koala', '/?show=starred&q=a+b', '/account', '/team?month=2026-10']

test('people end up where they wanted to go, with the company’s account or a password', async ({
  browser,
  company,
  running,
  owner: _,
}) => {
  identify(company, 'olga@example.com')
  for (const path of PATHS) {
    const one = await browserOf(browser, running)
    await one.goto(path)
    await byCompany(one).click()
    await expect(one).toHaveURL(running.url + path)

    const other = await browserOf(browser, running)
    await other.goto(path)
    await other.getByRole('textbox', { name: 'Email' }).fill('olga@example.com')
    await byPassword(other)
    await expect(other).toHaveURL(running.url + path)
    // Somebody who is signed in, and opens the link to sign in again, or goes back to it.
    await other.goto(`/sign-in?to=${encodeURIComponent(path)}`)
    await expect(other).toHaveURL(running.url + path)
  }
})

test('single sign-on can be pressed only once its code is there', async ({ browser, running, owner: _ }) => {
  const page = await browserOf(browser, running)
  const releaseScripts = await hold(page, /\.js$/)
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await expect(byCompany(page)).toBeDisabled()
  releaseScripts()
  await expect(byCompany(page)).toBeEnabled()
})

test('a link to the sign-in page leads to no other site', async ({ browser, company, running, owner }) => {
  identify(company, 'olga@example.com')
  for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/.//evil.example']) {
    const query = `to=${encodeURIComponent(to)}`
    const page = await browserOf(browser, running)
    await page.goto(`/sign-in?${query}`)
    await byCompany(page).click()
    await expect(page).toHaveURL(`${running.url}/`)
    await owner.goto(`/sign-in?${query}`)
    await expect(owner).toHaveURL(`${running.url}/`)
    const begun = await page.request.post(`/api/auth/oidc?${query}`, { headers: { origin: running.url } })
    expect(begun.status()).toBe(200)
  }
})

test('an invitation leads to the page that it was followed for', async ({ browser, running, owner }) => {
  const link = await inviteBy(owner, 'guest@example.com')
  const page = await browserOf(browser, running)
  await page.goto(`${link}?to=${encodeURIComponent('/account')}`)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Guest')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  await expect(page).toHaveURL(`${running.url}/account`)
})

test('a refusal says why, and the next try still leads to the same page', async ({
  browser,
  company,
  running,
  owner: _,
}) => {
  const page = await browserOf(browser, running)
  identify(company, 'stranger@example.com')
  await page.goto('/account')
  await byCompany(page).click()
  await expect(page.getByRole('alert').first()).toContainText('not a member')
  identify(company, 'olga@example.com', { email_verified: undefined })
  await byCompany(page).click()
  await expect(page.getByRole('alert').first()).toContainText('OIDC_TRUST_EMAIL=1')
  identify(company, '')
  await byCompany(page).click()
  await expect(page.getByRole('alert').first()).toContainText('didn’t give us an email address')
  identify(company, 'olga@example.com')
  await byCompany(page).click()
  await expect(page).toHaveURL(`${running.url}/account`)
})

test('a session that ends on the account page leads back to it, by either way', async ({
  browser,
  company,
  running,
  owner: _,
}) => {
  identify(company, 'olga@example.com')
  const page = await browserOf(browser, running)
  await page.goto('/account')
  await byCompany(page).click()
  const create = async (name: string) => {
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    await page.getByRole('button', { name: 'Create token' }).click()
  }
  await expect(page.getByRole('button', { name: 'Create token' })).toBeEnabled()
  await page.context().clearCookies({ name: /session_token/ })
  await create('Nightly')
  await byPassword(page)
  await expect(page.getByRole('textbox', { name: 'New token' })).toHaveValue(/^prl_/)

  await page.context().clearCookies({ name: /session_token/ })
  await create('Weekly')
  await byCompany(page).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL(`${running.url}/account`)
  // A page that only watches says so without taking the focus from whoever is writing.
  await page.goto('/')
  await hydrated(page)
  await page.context().clearCookies({ name: /session_token/ })
  await page.getByRole('searchbox').fill('koala')
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Sign in' }).click()
  await byPassword(page)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('You’ve been signed out')).toHaveCount(0)

  await page.goto('/?q=koala')
  const studio = await hydrated(page)
  await page.context().clearCookies({ name: /session_token/ })
  await studio.generate('The session has ended.')
  await byCompany(page).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect((await hydrated(page)).prompt()).toHaveValue('The session has ended.')
})
