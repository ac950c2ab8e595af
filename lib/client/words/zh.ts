'use client'
export { zh } from '@/lib/shared/words/zh'
