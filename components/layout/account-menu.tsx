import { Menu } from '@/components/ui/menu'
import { MenuItem } from '@/components/ui/menu-item'
import { showToast } from '@/components/ui/toast'
import type { Member } from '@/lib/client/member'
import { useLocale, useMessages } from '@/lib/client/messages'
import { signOut } from '@/lib/client/sign-out'
import { withBasePath } from '@/lib/shared/base-path'
import { accountEn } from '@/lib/shared/messages/en/account'
import { accountZh } from '@/lib/shared/messages/zh/account'

type Props = { member: Member; opener: HTMLElement; onClose: () => void }

/** Leads to the account page and, for owners, the team; or signs out. */
export function AccountMenu({ member, opener, onClose }: Props) {
  const messages = useMessages({ en: accountEn, zh: accountZh })
  const locale = useLocale()
  const leave = async () => {
    const failure = await signOut(locale, messages)
    if (failure !== null) showToast({ text: failure, seconds: 8 })
  }
  return (
    <Menu opener={opener} name={messages.nav} onClose={onClose}>
      <MenuItem href={withBasePath('/account')}>{messages.account}</MenuItem>
      {member.role === 'owner' && <MenuItem href={withBasePath('/team')}>{messages.team}</MenuItem>}
      <MenuItem onPress={leave}>{messages.signOut}</MenuItem>
    </Menu>
  )
}
