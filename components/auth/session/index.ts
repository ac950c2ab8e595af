export { ForMember } from './for-member'
