import type { GenerationActions } from '@/components/gallery'
import { showToast } from '@/components/ui/toast'
import { readGeneration } from '@/lib/client/api'
import type { Generation } from '@/lib/shared/generation'

const TOAST_S = 12

export type ArrivalActions = Pick<GenerationActions, 'reuse' | 'keepSeed' | 'goOn'>

/** What is said when a generation is gone, and when the server can't be reached. */
type Texts = { gone: string; networkError: string }

/** Runs the action in the URL, once, and removes it from there. Its name is the parameter, its value a generation’s id. */
export function arrive({ reuse, keepSeed, goOn }: ArrivalActions, texts: Texts): void {
  const address = new URL(location.href)
  for (const [name, action] of [
    ['again', reuse] as const,
    ['seed', keepSeed] as const,
    ['continue', goOn] as const,
  ]) {
    const id = address.searchParams.get(name)
    if (id === null) continue
    address.searchParams.delete(name)
    history.replaceState(null, '', address)
    void runOn(id, action, texts)
  }
}

async function runOn(id: string, action: (generation: Generation) => unknown, texts: Texts): Promise<void> {
  try {
    const generation = await readGeneration(id)
    if (generation) action(generation)
    else showToast({ text: texts.gone, seconds: TOAST_S })
  } catch {
    showToast({ text: texts.networkError, seconds: TOAST_S })
  }
}
