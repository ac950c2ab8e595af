'use client'
export { en } from '@/lib/shared/words/en'
