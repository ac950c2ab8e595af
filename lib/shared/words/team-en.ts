import { day, megabytes, monthName, number } from './numbers'

const n = (value: number) => number('en', value)
const films = (count: number) => (count === 1 ? '1 film' : `${n(count)} films`)

/** The owners' page, in English. */
export const teamEn = {
  people: {
    title: 'People',
    roles: { owner: 'Owner', member: 'Member' },
    you: 'you',
    ended: (time: string) => `left ${day('en', time)}`,
    change: 'Change',
    changeNamed: (name: string) => `Change: ${name}`,
    more: (name: string) => `What to do with ${name}`,
    makeOwner: 'Make an owner',
    makeMember: 'Make a member',
    newPassword: 'Link for a new password',
    end: 'End their access',
    endNamed: (name: string) => `End their access: ${name}`,
    endTitle: (name: string) => `End the access of ${name}?`,
    endText:
      'They are signed out at once; their tokens and open links stop working. Their videos stay, and the team goes on seeing what they shared. You can stop sharing or delete a shared one from its menu under “Team”.',
    endDone: 'Their access is ended.',
    linkAsked: (name: string, time: string) =>
      `${name} came by your company’s sign-in on ${day('en', time)} under this address, with another account than before. Addresses are sometimes given to somebody new. Is it the same person?`,
    linkSubject: (subject: string) => `Account: ${subject}`,
    linkAllow: 'It is the same person',
    linkRefuse: 'It is not',
    linkAllowed: (name: string) => `${name} can sign in with the new account. The former one asks again.`,
    linkRefused: 'The other account stays out.',
    lastOwner: 'This is the only owner. Make somebody else an owner first.',
    roleDone: (name: string, role: string) => `${name}: ${role}`,
  },
  invite: {
    title: 'Invitations',
    text: 'You get a link to pass on. It works once, for seven days.',
    email: 'E-mail of whom you invite',
    button: 'Make a link',
    made: (email: string) => `Pass this link on to ${email}. It is not shown again.`,
    link: 'The link',
    until: (time: string) => `until ${day('en', time)}`,
    revoke: 'Take back',
    revokeNamed: (email: string) => `Take back: ${email}`,
    revoked: 'The invitation is taken back.',
  },
  limits: {
    title: 'Limits for each person',
    text: 'Where nothing is entered, the pale number holds.',
    own: (name: string) => `Limits for ${name}`,
    names: {
      perMinute: 'Films a minute',
      atOnce: 'Films at a time',
      perDay: 'Films in 24 hours',
      imageMbPerDay: 'MB of images in 24 hours',
    },
    none: 'no limit',
    button: 'Save limits',
    done: 'The limits are saved.',
  },
  use: {
    title: (month: string) => `Use in ${monthName('en', month)}`,
    before: 'The month before',
    after: 'The month after',
    person: 'Person',
    films: 'Films made',
    seconds: 'Length',
    images: 'Images uploaded',
    none: 'Nothing was used in this month.',
    gone: 'Somebody who signed in nowhere',
    filmsOf: (resolution: string, count: number) => `${films(count)} in ${resolution}`,
    length: (seconds: number) => `${n(seconds)} s`,
    imagesOf: (count: number, bytes: number) =>
      count === 0 ? '–' : `${count === 1 ? '1 image' : `${n(count)} images`}, ${megabytes('en', bytes)}`,
  },
}
