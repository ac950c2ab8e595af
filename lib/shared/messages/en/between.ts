import { megabytes } from '@/lib/shared/messages/numbers'

const sized = (bytes: number | null) =>
  bytes === null ? 'This is too large' : `At ${megabytes('en', bytes)} this is too large`
const lessThan = (bytes: number | null) =>
  bytes === null ? '' : ` (it allows less than ${megabytes('en', bytes)})`

/** What answered in place of our server, and what helps, in English. */
export const betweenEn = {
  tooLarge: (bytes: number | null) =>
    `${sized(bytes)} for the proxy in front of the studio${lessThan(bytes)}. Choose a smaller photo, or ask your administrator to raise the proxy’s limit (nginx: client_max_body_size).`,
  blocked: (status: number) =>
    `Something in front of the studio refused this (HTTP ${status}): a proxy, a firewall or a filter. Ask your administrator.`,
  limited: (status: number) =>
    `Something in front of the studio accepts only so many requests (HTTP ${status}). Try again in a minute.`,
  unavailable: (status: number) =>
    `The proxy in front of the studio can’t reach it (HTTP ${status}). The studio may be restarting: try again in a moment.`,
  page: (_: number) =>
    'Something else answered in place of the studio, perhaps the sign-in page of your network or of a proxy. Reload the page, sign in there, then try again.',
  error: (status: number) =>
    `Something else answered in place of the studio (HTTP ${status}). Try again in a moment; if it stays, ask your administrator.`,
}
