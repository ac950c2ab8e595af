import type { Resolver } from 'react-hook-form'
import type { Messages } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Fields, Submission } from '@/lib/shared/models'

/** Fetches what checks a submission, if it is not here yet: nobody needs it before the form is touched. */
export const loadChecks = () => import('./schema-resolver')

/** Checks the form by the schema of the contract. @throws when that cannot be fetched */
export const resolverFor =
  (messages: Messages, locale: Locale): Resolver<Fields, unknown, Submission> =>
  async (fields, context, options) =>
    (await loadChecks()).schemaResolver(messages, locale)(fields, context, options)
