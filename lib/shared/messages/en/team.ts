import { day, megabytes, monthName, number } from '@/lib/shared/messages/numbers'

const n = (value: number) => number('en', value)
const videos = (count: number) => (count === 1 ? '1 video' : `${n(count)} videos`)

/** The team page, for owners, in English. */
export const teamEn = {
  users: {
    title: 'People',
    roles: { owner: 'Owner', member: 'Member' },
    you: 'you',
    ended: (time: string) => `left ${day('en', time)}`,
    change: 'Manage',
    changeNamed: (name: string) => `Manage: ${name}`,
    more: (name: string) => `Actions for ${name}`,
    makeOwner: 'Make owner',
    makeMember: 'Make member',
    newPassword: 'Create password reset link',
    end: 'Remove access',
    endNamed: (name: string) => `Remove access: ${name}`,
    endTitle: (name: string) => `Remove ${name}’s access?`,
    endText:
      'They’re signed out right away, and their tokens and open links stop working. Their videos are kept, and the team still sees the ones they shared. To stop sharing or delete one of those, use its menu under “Shared”.',
    endDone: 'Access removed.',
    linkAsked: (name: string, time: string) =>
      `On ${day('en', time)}, someone signed in through your company with ${name}’s email address but a different account. Addresses are sometimes reassigned. Is it the same person?`,
    linkSubject: (subject: string) => `Account: ${subject}`,
    linkAllow: 'Same person',
    linkRefuse: 'Someone else',
    linkAllowed: (name: string) =>
      `${name} can now sign in with the new account. The old one needs your approval again.`,
    linkRefused: 'The other account can’t sign in.',
    lastOwner: 'This is the only owner. Make someone else an owner first.',
    roleDone: (name: string, role: string) => `${name}: ${role}`,
  },
  invite: {
    title: 'Invitations',
    text: 'Creates a link that works once, within seven days.',
    email: 'Email to invite',
    button: 'Create link',
    made: (email: string) => `Send this link to ${email}. You won’t see it again.`,
    link: 'Invitation link',
    until: (time: string) => `expires ${day('en', time)}`,
    revoke: 'Revoke',
    revokeNamed: (email: string) => `Revoke: ${email}`,
    revoked: 'Invitation revoked.',
  },
  limits: {
    title: 'Limits per person',
    text: 'Leave empty for the default.',
    own: (name: string) => `Limits for ${name}`,
    names: {
      perMinute: 'Videos per minute',
      atOnce: 'Videos at a time',
      perDay: 'Videos in 24 hours',
      imageMbPerDay: 'MB of images in 24 hours',
    },
    /** The label of a limit; `otherwise` holds where the field is empty, null for no limit. */
    withDefault: (name: string, otherwise: number | null) =>
      `${name} (default: ${otherwise === null ? 'no limit' : n(otherwise)})`,
    button: 'Save limits',
    done: 'Limits saved.',
  },
  use: {
    title: (month: string) => `Usage in ${monthName('en', month)}`,
    before: 'Previous month',
    after: 'Next month',
    save: 'Download as CSV',
    user: 'Person',
    resolution: 'Resolution',
    count: 'Videos',
    videos: 'Videos made',
    seconds: 'Total length',
    secondsOf: 'Seconds',
    imageMb: 'Images (MB)',
    images: 'Images uploaded',
    none: 'No usage this month.',
    gone: 'Before sign-in was set up',
    videosOf: (resolution: string, count: number) => `${videos(count)} in ${resolution}`,
    length: (seconds: number) => `${n(seconds)} s`,
    imagesOf: (count: number, bytes: number) =>
      count === 0 ? '–' : `${count === 1 ? '1 image' : `${n(count)} images`}, ${megabytes('en', bytes)}`,
  },
}
