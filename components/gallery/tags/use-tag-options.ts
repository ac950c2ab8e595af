import { useEffect, useState } from 'react'
import { tags } from '@/lib/client/api/tags'
import { folded } from '@/lib/shared/search'
import { isSameTag } from '@/lib/shared/tags'

const MOST = 6

/** One's own tags that contain what is typed and aren't taken, the most used first. */
export function useTagOptions(typed: string, taken: readonly string[]): string[] {
  const [known, setKnown] = useState<readonly string[]>([])
  useEffect(() => {
    let wanted = true
    void tags.read().then((read) => wanted && setKnown(read.map(({ tag }) => tag)))
    return () => {
      wanted = false
    }
  }, [])
  const searched = folded(typed.trim())
  return known
    .filter((tag) => folded(tag).includes(searched) && !taken.some((one) => isSameTag(one, tag)))
    .slice(0, MOST)
}
