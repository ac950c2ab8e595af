export const REFUSALS = [
  'real_person',
  'wording',
  'image',
  'video_withheld',
  'sound_withheld',
  'busy',
] as const
export type Refusal = (typeof REFUSALS)[number]

const SIGNS: readonly (readonly [RegExp, Refusal])[] = [
  [/PrivacyInformation|may contain real person/i, 'real_person'],
  [/InputTextSensitiveContentDetected/i, 'wording'],
  [/InputImageSensitiveContentDetected/i, 'image'],
  [/OutputAudioSensitiveContentDetected/i, 'sound_withheld'],
  [/OutputVideoSensitiveContentDetected|PolicyViolation/i, 'video_withheld'],
  [/RateLimitExceeded|ServerOverloaded/i, 'busy'],
]

/** Recognises the provider's reasons for which we have our own text. null: show the provider's words. */
export function refusalOf(reason: string): Refusal | null {
  return SIGNS.find(([sign]) => sign.test(reason))?.[1] ?? null
}
