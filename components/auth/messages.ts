import { useLateWords } from '@/lib/client/messages'
import { accountEn } from '@/lib/shared/messages/en/account'
import { entranceEn } from '@/lib/shared/messages/en/auth'
import { teamEn } from '@/lib/shared/messages/en/team'
import { accountZh } from '@/lib/shared/messages/zh/account'
import { entranceZh } from '@/lib/shared/messages/zh/auth'
import { teamZh } from '@/lib/shared/messages/zh/team'

export const useEntranceWords = () => useLateWords({ en: entranceEn, zh: entranceZh })
export const useAccountWords = () => useLateWords({ en: accountEn, zh: accountZh })
export const useTeamWords = () => useLateWords({ en: teamEn, zh: teamZh })
