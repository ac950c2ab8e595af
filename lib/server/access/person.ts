import { isLoopback } from '@/lib/server/config'
import type { Person } from '@/lib/shared/person'
import { Problem } from '@/lib/shared/problem'

/** The name in a Host header, without port and brackets. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')

/**
 * Who is asking. Without sign-in there is one person, whoever sits at this machine: a page elsewhere that points
 * its own name here (DNS rebinding) still sends that name as Host, and is turned away by it.
 * @throws Problem forbidden
 */
export async function whoAsks(headers: Headers): Promise<Person> {
  if (isLoopback(hostName(headers.get('host') ?? ''))) return { id: 'local' }
  throw new Problem(
    'forbidden',
    'This studio answers only on this machine, for example at http://127.0.0.1:3000.',
  )
}
