import { oidc } from '@/lib/server/auth'
import { handleFor } from '@/lib/server/http'

/** OIDC callback: redirects to the studio, or to the sign-in page with an error. */
export const GET = handleFor('anyone')((request) => oidc.finish(request))
