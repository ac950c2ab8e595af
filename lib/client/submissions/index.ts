export { type Submissions, textOf } from './create-submissions'
export {
  type FormOutcome,
  type FormState,
  isRefusedInput,
  isSubmitting,
  maySendAgain,
  type SubmissionContent,
  type SubmissionEntry,
  type SubmittedImage,
  type Uploads,
} from './submission-reducer'
export { useSubmissionNews, useSubmissions } from './use-submissions'
