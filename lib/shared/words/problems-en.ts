import type { ProblemWords } from './problem-words'
import { soonEn } from './soon'

/** Every way a call can fail, in English. */
export const problemsEn: ProblemWords = {
  invalid_input: {
    title: 'Something needs another look',
    text: () =>
      'Part of what was entered was not taken. Nothing was created or billed. The fields say what to change.',
  },
  unsupported_media: {
    title: 'This kind of file is not taken',
    text: () => 'Choose a photo saved as JPEG, PNG or WebP. Nothing was created or billed.',
  },
  too_large: {
    title: 'This is too large',
    text: () =>
      'What was sent is larger than the studio takes. Nothing was created or billed. Choose a smaller photo.',
  },
  upload_stalled: {
    title: 'The upload stood still',
    text: () =>
      'Nothing more of it arrived. Nothing was created or billed. Check the connection, then send it again.',
  },
  unauthenticated: {
    title: 'You are signed out',
    text: () =>
      'Nothing was created or billed. Sign in, then press Generate again; what you wrote is still here.',
  },
  forbidden: {
    title: 'This is not allowed here',
    text: ({ detail }) => `Nothing was created or billed. The studio says: ${detail}`,
  },
  not_found: {
    title: 'This is no longer here',
    text: () =>
      'What was asked for does not exist any more. Nothing was created or billed. Reload the page to see what is there.',
  },
  gone: {
    title: 'This was deleted',
    text: () =>
      'A video was made from this very request, and it was deleted. Nothing new was created or billed. Press Generate again to make another one.',
  },
  idempotency_mismatch: {
    title: 'The form changed while it was being sent',
    text: () =>
      'Nothing new was created or billed. Look whether the film is among yours already; if not, press Generate again.',
  },
  rate_limited: {
    title: 'That was quick',
    text: ({ retryAfter }) =>
      `The studio takes only so many at once. Nothing was created or billed. ${soonEn(retryAfter)}`,
  },
  out_of_credits: {
    title: 'The account is out of credits',
    text: () => 'Nothing was created or billed. Top up at tensorai.tensorslab.com, then try again.',
  },
  provider_refused: {
    title: 'The provider did not take this',
    text: ({ detail }) => `Nothing was created, so nothing should be billed. The provider says: ${detail}`,
  },
  provider_busy: {
    title: 'The provider has too much to do',
    text: ({ retryAfter }) => `Nothing was created or billed. ${soonEn(retryAfter)}`,
  },
  provider_unreachable: {
    title: 'The provider could not be reached',
    text: () => 'Nothing was sent, so nothing was created or billed. Try again in a little while.',
  },
  provider_unclear: {
    title: 'The answer was lost',
    text: () =>
      'The film may have been created, and it may have been billed. It is never sent again by itself. Look in the provider’s console at tensorai.tensorslab.com before you send it once more.',
  },
  database_unavailable: {
    title: 'The studio cannot reach its database',
    text: ({ retryAfter }) => `Nothing was sent, so nothing was created or billed. ${soonEn(retryAfter)}`,
  },
  database_busy: {
    title: 'The studio’s database is busy',
    text: ({ retryAfter }) => `Nothing was sent, so nothing was created or billed. ${soonEn(retryAfter)}`,
  },
  storage_full: {
    title: 'The studio’s disk is full',
    text: () =>
      'There was no room to write this down. Whoever runs this studio has to make some. Look whether the video is among yours, then send it again.',
  },
  internal: {
    title: 'Something went wrong in the studio',
    text: ({ detail }) =>
      `It is not certain how far this got. Look whether the film is among yours; sending again makes at most one. The studio says: ${detail}`,
  },
}
