import type { Resolver } from 'react-hook-form'
import type { Messages } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Fields, Submission } from '@/lib/shared/models'

/** Loads the validation code, which is split out because nothing needs it before the form is touched. */
export const loadChecks = () => import('./schema-resolver')

/**
 * Validates the form against the API’s schema.
 * @throws Error if the validation code cannot be loaded
 */
export const resolverFor =
  (messages: Messages, locale: Locale): Resolver<Fields, unknown, Submission> =>
  async (fields, context, options) =>
    (await loadChecks()).schemaResolver(messages, locale)(fields, context, options)
