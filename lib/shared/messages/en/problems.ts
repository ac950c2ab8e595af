import type { ProblemText } from '@/lib/shared/messages/problem-text'
import { soonEn } from '@/lib/shared/messages/retry-text'

/** Every way a call can fail, in English. */
export const problemsEn: ProblemText = {
  invalid_input: {
    title: 'Check your input',
    text: () =>
      'Some of it wasn’t accepted. Nothing was created or billed. Fix the marked fields and try again.',
  },
  unsupported_media: {
    title: 'File type not supported',
    text: () => 'Choose a JPEG, PNG or WebP photo. Nothing was created or billed.',
  },
  too_large: {
    title: 'Too large',
    text: () =>
      'This is larger than the server accepts. Nothing was created or billed. Choose a smaller photo.',
  },
  upload_stalled: {
    title: 'The upload stalled',
    text: () =>
      'Part of it never arrived. Nothing was created or billed. Check your connection, then send it again.',
  },
  unauthenticated: {
    title: 'You’ve been signed out',
    text: () => 'Nothing was created or billed. Sign in, then press Generate again; your text is still here.',
  },
  forbidden: {
    title: 'Not allowed',
    text: ({ detail }) => `Nothing was created or billed. The server said: ${detail}`,
  },
  not_found: {
    title: 'No longer here',
    text: () =>
      'It doesn’t exist any more. Nothing was created or billed. Reload the page to see what’s there.',
  },
  gone: {
    title: 'This video was deleted',
    text: () =>
      'The video made from this request was deleted. Nothing new was created or billed. Press Generate again to make another one.',
  },
  idempotency_mismatch: {
    title: 'The form changed while it was being sent',
    text: () =>
      'Nothing new was created or billed. Check whether the video is in your gallery; if not, press Generate again.',
  },
  rate_limited: {
    title: 'Too many requests',
    text: ({ retryAfter }) =>
      `The server accepts only so many at once. Nothing was created or billed. ${soonEn(retryAfter)}`,
  },
  out_of_credits: {
    title: 'Out of credits',
    text: () => 'Nothing was created or billed. Top up at tensorai.tensorslab.com, then try again.',
  },
  provider_refused: {
    title: 'The provider rejected this',
    text: ({ detail }) => `Nothing was created, so nothing should be billed. The provider said: ${detail}`,
  },
  provider_busy: {
    title: 'The provider is busy',
    text: ({ retryAfter }) => `Nothing was created or billed. ${soonEn(retryAfter)}`,
  },
  provider_unreachable: {
    title: 'The provider can’t be reached',
    text: () => 'Nothing was sent, so nothing was created or billed. Try again in a moment.',
  },
  provider_unclear: {
    title: 'We don’t know if this went through',
    text: () =>
      'The video may have been created and billed. It’s never sent again automatically. Check the provider’s console at tensorai.tensorslab.com before you retry.',
  },
  database_unavailable: {
    title: 'The database can’t be reached',
    text: ({ retryAfter }) => `Nothing was sent, so nothing was created or billed. ${soonEn(retryAfter)}`,
  },
  database_busy: {
    title: 'The database is busy',
    text: ({ retryAfter }) => `Nothing was sent, so nothing was created or billed. ${soonEn(retryAfter)}`,
  },
  storage_full: {
    title: 'The server’s disk is full',
    text: () =>
      'There was no space to save this. Ask your administrator to free some, check whether the video is in your gallery, then send it again.',
  },
  internal: {
    title: 'Something went wrong on the server',
    text: ({ detail }) =>
      `We don’t know how far this got. Check whether the video is in your gallery; sending again makes at most one. The server said: ${detail}`,
  },
}
