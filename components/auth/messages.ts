import { useMessages } from '@/lib/client/messages'
import { accountEn } from '@/lib/shared/messages/en/account'
import { authEn } from '@/lib/shared/messages/en/auth'
import { teamEn } from '@/lib/shared/messages/en/team'
import { accountZh } from '@/lib/shared/messages/zh/account'
import { authZh } from '@/lib/shared/messages/zh/auth'
import { teamZh } from '@/lib/shared/messages/zh/team'

export const useAuthMessages = () => useMessages({ en: authEn, zh: authZh })
export const useAccountMessages = () => useMessages({ en: accountEn, zh: accountZh })
export const useTeamMessages = () => useMessages({ en: teamEn, zh: teamZh })
