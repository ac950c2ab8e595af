export { type Member, MemberProvider, useMember } from './member'
