import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import { withoutEmpty } from '@/lib/client/draft'
import type { Messages } from '@/lib/shared/messages/en'
import type { Fields, Submission } from '@/lib/shared/models'
import { submissionSchema } from '@/lib/shared/models/schema'
import { reasonOf } from '@/lib/shared/reason'
import { fieldReasonText } from './problem-text'

/** Validates with the API’s own schema, and words its errors in the user’s language. */
export function schemaResolver(messages: Messages): Resolver<Fields, unknown, Submission> {
  const check = zodResolver(submissionSchema, {
    error: (issue) => fieldReasonText(messages, reasonOf(issue)),
  })
  return (fields, context, options) => check(withoutEmpty(fields), context, options)
}
