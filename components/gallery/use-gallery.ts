import { useState } from 'react'
import useSWRInfinite from 'swr/infinite'
import { type GenerationPage, listGenerations, pageUrl } from '@/lib/client/api'
import { type Generation, isActive } from '@/lib/shared/generation'

const LOOK_MS = 3_000

const anyActive = (items: readonly Generation[]): boolean => items.some(({ status }) => isActive(status))

/** The feed, newest first. It looks again by itself while something is being made and the page is in sight. */
export function useGallery(firstPage: GenerationPage) {
  // Later stretches are looked at again only if something in them is still being made.
  const [activeBelow, setActiveBelow] = useState(false)
  const { data, error, size, setSize, mutate } = useSWRInfinite(
    (index, before: GenerationPage | null) => {
      if (index === 0) return pageUrl(null)
      return before?.nextCursor ? pageUrl(before.nextCursor) : null
    },
    listGenerations,
    {
      fallbackData: [firstPage],
      revalidateOnMount: false,
      revalidateAll: activeBelow,
      refreshInterval: (pages = [firstPage]) =>
        pages.some(({ items }: GenerationPage) => anyActive(items)) ? LOOK_MS : 0,
      onSuccess: (pages) => setActiveBelow(pages.slice(1).some(({ items }) => anyActive(items))),
    },
  )
  const pages = data ?? [firstPage]
  const items = unique(pages.flatMap((page) => page.items))
  return {
    items,
    failed: error !== undefined,
    more: pages.at(-1)?.nextCursor != null,
    loadingMore: pages.length < size,
    loadMore: () => void setSize(pages.length + 1),
    refresh: () => void mutate(),
    /** Takes out a generation that was deleted. */
    drop: (id: string) => void mutate((known) => without(known ?? [firstPage], id), { revalidate: false }),
    /** Puts a generation at its place without asking the server. */
    adopt: (generation: Generation) =>
      void mutate((known) => adopted(known ?? [firstPage], generation), { revalidate: false }),
  }
}

/** While stretches are read one after the other, a new generation can push one over the edge and into both. */
function unique(items: readonly Generation[]): Generation[] {
  return [...new Map(items.map((item) => [item.id, item])).values()]
}

const without = (pages: readonly GenerationPage[], gone: string): GenerationPage[] =>
  pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== gone) }))

function adopted(pages: readonly GenerationPage[], generation: Generation): GenerationPage[] {
  const known = pages.some(({ items }) => items.some(({ id }) => id === generation.id))
  if (known) {
    return pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === generation.id ? generation : item)),
    }))
  }
  const [first, ...rest] = pages
  return first ? [{ ...first, items: [generation, ...first.items] }, ...rest] : [...pages]
}
