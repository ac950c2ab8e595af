import { useMessages } from '@/lib/client/messages'
import { spendEn } from '@/lib/shared/messages/en/spend'
import { spendZh } from '@/lib/shared/messages/zh/spend'

export const useSpendMessages = () => useMessages({ en: spendEn, zh: spendZh })
