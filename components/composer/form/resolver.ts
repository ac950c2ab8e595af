import type { Resolver } from 'react-hook-form'
import type { Words } from '@/lib/shared/messages/en'
import type { Fields, Submission } from '@/lib/shared/models'

/** Fetches what checks a wish, if it is not here yet: nobody needs it before the form is touched. */
export const loadChecks = () => import('./schema-resolver')

/** Checks the form by the schema of the contract. @throws when that cannot be fetched */
export const resolverFor =
  (words: Words): Resolver<Fields, unknown, Submission> =>
  async (fields, context, options) =>
    (await loadChecks()).schemaResolver(words)(fields, context, options)
