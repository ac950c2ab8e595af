import { test as base, type Page } from '@playwright/test'
import { CANARY, type Running, startStudio, startTeam } from '@/e2e/kit'
import { type RunningSandbox, startSandbox } from '@/lib/sandbox'
import { startProvider } from '@/testing/auth/oidc-provider'
import { type Build, buildUnder } from './build'

export const BASE_PATH = '/tools/studio'

export const environment = ({ url, port }: RunningSandbox) => ({
  TENSORSLAB_BASE_URL: url,
  TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${port}`,
  POLL_INTERVAL_MS: '300',
})

type Company = Awaited<ReturnType<typeof startProvider>>

/** A build under a base path, and what runs from it. One set of fixtures, so that it is built once. */
export const test = base.extend<
  object,
  { build: Build; provider: RunningSandbox; running: Running; company: Company; team: Running }
>({
  build: [({ browserName: _ }, use) => buildUnder(BASE_PATH).then(use), { scope: 'worker' }],
  provider: [
    async ({ browserName: _ }, use) => {
      const provider = await startSandbox({ key: CANARY, video: 'tiny' })
      provider.sandbox.set({ pendingMs: 100, processingMs: 200, uploadingMs: 100 })
      await use(provider)
      await provider.close()
    },
    { scope: 'worker' },
  ],
  running: [
    async ({ build, provider }, use) => {
      const running = await startStudio(environment(provider), undefined, build)
      await use(running)
      await running.stop()
    },
    { scope: 'worker' },
  ],
  company: [
    async ({ browserName: _ }, use) => {
      const company = await startProvider()
      await use(company)
      await company.close()
    },
    { scope: 'worker' },
  ],
  /** With sign-in, also by `company`. */
  team: [
    async ({ build, provider, company }, use) => {
      const oidc = { OIDC_ISSUER: company.issuer, OIDC_CLIENT_ID: 'promptreel', OIDC_NAME: 'Example Ltd' }
      const env = { ...environment(provider), ...oidc, OIDC_CLIENT_SECRET: 'a client secret' }
      const team = await startTeam(env, { build })
      await use(team)
      await team.stop()
    },
    { scope: 'worker' },
  ],
})

/** Collects what a page requests outside the base path, and what fails in it. */
export function watch(page: Page): string[] {
  const faults: string[] = []
  page.on('request', (request) => {
    const { protocol, hostname, pathname } = new URL(request.url())
    if (!protocol.startsWith('http') || hostname !== '127.0.0.1') return
    if (pathname !== BASE_PATH && !pathname.startsWith(`${BASE_PATH}/`)) faults.push(request.url())
  })
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  return faults
}
