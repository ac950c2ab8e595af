import { accountEn } from '@/lib/shared/messages/en/account'
import { accountZh } from '@/lib/shared/messages/zh/account'
import { teamEn } from '@/lib/shared/messages/en/team'
import { teamZh } from '@/lib/shared/messages/zh/team'
import { localeOf, type Scenario } from './scenario'

/** Setup, sign-in, invitations, and the pages of the team and the account. */
export const TEAM_SCENARIOS: Scenario[] = [
  { name: 'setup', studio: 'unowned' },
  { name: 'sign-in', studio: 'team' },
  { name: 'join', studio: 'team', path: ({ team }) => team.invitation },
  { name: 'join-used', studio: 'team', path: () => '/join/used' },
  { name: 'team-videos', studio: 'team', signedIn: true, path: () => '/?show=team' },
  {
    name: 'team',
    studio: 'team',
    signedIn: true,
    path: () => '/team',
    whole: true,
    async open(page, messages) {
      const { users, invite } = { en: teamEn, zh: teamZh }[localeOf(messages)]
      await page.getByLabel(users.changeNamed('梅')).click()
      await page.getByRole('button', { name: users.newPassword }).last().click()
      await page.getByRole('textbox', { name: invite.link, exact: true }).waitFor()
    },
  },
  {
    name: 'confirm-remove-access',
    studio: 'team',
    signedIn: true,
    path: () => '/team',
    async open(page, messages) {
      const { users } = { en: teamEn, zh: teamZh }[localeOf(messages)]
      await page.getByLabel(users.changeNamed('梅')).click()
      await page.getByRole('button', { name: users.endNamed('梅') }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'team-settings',
    studio: 'team',
    signedIn: true,
    path: () => '/settings?by=token',
    whole: true,
  },
  {
    name: 'account',
    studio: 'team',
    signedIn: true,
    path: () => '/account',
    whole: true,
    async open(page, messages) {
      const { tokens } = { en: accountEn, zh: accountZh }[localeOf(messages)]
      await page.getByRole('textbox', { name: tokens.name, exact: true }).fill('CI')
      await page.getByRole('button', { name: tokens.button }).click()
      await page.getByRole('textbox', { name: tokens.madeLabel }).waitFor()
    },
  },
  {
    name: 'session-ended',
    studio: 'team',
    signedIn: true,
    async open(page, { composer }) {
      await page.context().clearCookies()
      await page.getByRole('textbox', { name: composer.prompt, exact: true }).fill('The tide comes in.')
      await page.getByRole('button', { name: composer.generate }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]
