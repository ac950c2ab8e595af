import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { withoutEmpty } from '@/lib/client/draft'
import type { Messages } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Fields, Submission } from '@/lib/shared/models'
import { submissionSchema } from '@/lib/shared/models/schema'
import { reasonOf } from '@/lib/shared/reason'
import { fieldReasonText } from './problem-text'

// Bundled with the checks, which have run before the server can refuse anything, so that loading the texts can’t fail.
export { goneIn, showAgain, showRefusals } from './show-refusals'

/** The one schema of the contract, its refusals in the reader's language. */
export function schemaResolver(messages: Messages, locale: Locale): Resolver<Fields, unknown, Submission> {
  const check = zodResolver(submissionSchema, {
    error: (issue) => fieldReasonText(messages, locale, reasonOf(issue)),
  })
  return (fields, context, options) => check(withoutEmpty(fields), context, options)
}
