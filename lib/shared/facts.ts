import type { Generation } from './generation'
import type { Words } from './words/en'
import type { filmEn } from './words/film-en'

export type Fact = { label: string; value: string }

const HOUR_S = 3_600

/** What a film was made with, in words; a setting that was left to the provider is left out. Without settings, nothing. */
export function factsOf(
  { composer }: Pick<Words, 'composer'>,
  words: typeof filmEn,
  { settings, video }: Pick<Generation, 'settings' | 'video'>,
): Fact[] {
  if (settings === null) return []
  const { ratio, seed, executionExpiresAfter } = settings
  const yesOrNo = (on: boolean) => (on ? words.yes : words.no)
  return [
    { label: composer.ratio, value: ratio === 'adaptive' ? composer.adaptive : ratio },
    ...(video ? [{ label: words.size, value: words.pixels(video.width, video.height) }] : []),
    { label: composer.duration, value: composer.seconds(settings.duration) },
    { label: composer.resolution, value: settings.resolution },
    { label: composer.seed, value: seed === null ? words.ownSeed : `${seed}` },
    { label: composer.fps, value: settings.fps },
    { label: composer.sound, value: yesOrNo(settings.generateAudio) },
    { label: composer.lastFrame, value: yesOrNo(settings.returnLastFrame) },
    { label: composer.webSearch, value: yesOrNo(settings.websearch) },
    ...(executionExpiresAfter === null
      ? []
      : [{ label: composer.expires, value: composer.hours(executionExpiresAfter / HOUR_S) }]),
  ]
}

/** What two films were made with differently; `null` where one of them lacks it. */
export function differencesOf(one: readonly Fact[], other: readonly Fact[]) {
  const said = (facts: readonly Fact[], label: string) =>
    facts.find((fact) => fact.label === label)?.value ?? null
  const labels = [...new Set([...one, ...other].map(({ label }) => label))]
  return labels
    .map((label) => ({ label, values: [said(one, label), said(other, label)] as const }))
    .filter(({ values: [first, second] }) => first !== second)
}
