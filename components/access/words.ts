import { useLateWords } from '@/lib/client/words'
import { accountEn } from '@/lib/shared/words/account-en'
import { accountZh } from '@/lib/shared/words/account-zh'
import { entranceEn } from '@/lib/shared/words/entrance-en'
import { entranceZh } from '@/lib/shared/words/entrance-zh'
import { teamEn } from '@/lib/shared/words/team-en'
import { teamZh } from '@/lib/shared/words/team-zh'

export const useEntranceWords = () => useLateWords({ en: entranceEn, zh: entranceZh })
export const useAccountWords = () => useLateWords({ en: accountEn, zh: accountZh })
export const useTeamWords = () => useLateWords({ en: teamEn, zh: teamZh })
