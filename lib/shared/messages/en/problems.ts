import type { ProblemText } from '@/lib/shared/messages/problem-text'
import { soonEn } from '@/lib/shared/messages/retry-text'

/** Every way a call can fail, in English. */
export const problemsEn: ProblemText = {
  invalid_input: {
    title: 'Check your input',
    text: () =>
      'Some of it wasn’t accepted. Fix the marked fields and try again. Nothing was created or billed.',
  },
  unsupported_media: {
    title: 'File type not supported',
    text: () => 'Choose a JPEG, PNG or WebP photo. Nothing was created or billed.',
  },
  too_large: {
    title: 'Too large',
    text: () =>
      'This is larger than the server accepts. Choose a smaller photo. Nothing was created or billed.',
  },
  upload_stalled: {
    title: 'The upload stalled',
    text: () =>
      'Part of it never arrived. Check your connection, then send it again. Nothing was created or billed.',
  },
  unauthenticated: {
    title: 'You’ve been signed out',
    text: () => 'Sign in, then press Generate again; your text is still here. Nothing was created or billed.',
  },
  forbidden: {
    title: 'Not allowed',
    text: ({ detail }) => `The server said: “${detail}” Nothing was created or billed.`,
  },
  not_found: {
    title: 'No longer here',
    text: () =>
      'It doesn’t exist any more. Reload the page to see what’s there. Nothing was created or billed.',
  },
  gone: {
    title: 'This video was deleted',
    text: () =>
      'The video made from this request was deleted. Press Generate again to make another one. Nothing new was created or billed.',
  },
  idempotency_mismatch: {
    title: 'The form changed while it was being sent',
    text: () =>
      'Check whether the video is in your gallery; if not, press Generate again. Nothing new was created or billed.',
  },
  rate_limited: {
    title: 'Too many requests',
    text: ({ retryAfter }) =>
      `The server accepts only so many at once. ${soonEn(retryAfter)} Nothing was created or billed.`,
  },
  out_of_credits: {
    title: 'Out of credits',
    text: () => 'Top up at tensorai.tensorslab.com, then send it again. Nothing was created or billed.',
  },
  budget_exceeded: {
    title: 'Over budget',
    text: () =>
      'This month’s budget doesn’t have enough credits left. Choose a shorter video or have the budget raised in Settings. Nothing was created or billed.',
  },
  provider_refused: {
    title: 'The provider rejected this',
    text: ({ detail }) => `The provider said: “${detail}” Nothing was created, so nothing should be billed.`,
  },
  provider_busy: {
    title: 'The provider is busy',
    text: ({ retryAfter }) => `${soonEn(retryAfter)} Nothing was created or billed.`,
  },
  provider_unreachable: {
    title: 'The provider can’t be reached',
    text: () => 'Try again in a moment. Nothing was sent, so nothing was created or billed.',
  },
  provider_unclear: {
    title: 'We don’t know if this went through',
    text: () =>
      'Check the provider’s console before you retry; it’s never sent again automatically. The video may have been created and billed.',
  },
  database_unavailable: {
    title: 'The database can’t be reached',
    text: ({ retryAfter }) => `${soonEn(retryAfter)} Nothing was sent, so nothing was created or billed.`,
  },
  database_busy: {
    title: 'The database is busy',
    text: ({ retryAfter }) => `${soonEn(retryAfter)} Nothing was sent, so nothing was created or billed.`,
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
