import { readFileSync } from 'node:fs'

const constant = process.env.CONSTANT ? readFileSync(process.env.CONSTANT, 'utf8') : '{}'

export const dynamic = 'force-dynamic'

/** Baseline: the cost of a list without a lookup. */
export const GET = async () => new Response(constant, { headers: { 'content-type': 'application/json' } })
