import { readFileSync } from 'node:fs'

const constant = process.env.CONSTANT ? readFileSync(process.env.CONSTANT, 'utf8') : '{}'

export const dynamic = 'force-dynamic'

/** What a list costs when there is nothing to look up. */
export const GET = async () => new Response(constant, { headers: { 'content-type': 'application/json' } })
