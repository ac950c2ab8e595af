import { oidc } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** The way back from the company's provider: a redirect to the studio, or to the sign-in page with what went wrong. */
export const GET = handleFor('anyone')((request) => oidc.finish(request))
