// Saves videos as the studio does, in a process of its own: GET /?address=… returns the duration in ms.
import { createServer } from 'node:http'
import { fetchResult, parseHosts } from '@/lib/server/results'
import { storage } from '@/lib/server/storage'

const { DATA_DIR = '', TENSORSLAB_RESULT_HOSTS = '', PORT } = process.env

async function save(address: string): Promise<number> {
  const start = performance.now()
  await fetchResult(address, `${DATA_DIR}/temporary`, { hosts: parseHosts(TENSORSLAB_RESULT_HOSTS) })
  await storage().put('videos/film', `${DATA_DIR}/temporary`)
  return performance.now() - start
}

createServer(async (request, response) => {
  const address = new URL(request.url ?? '/', 'http://here').searchParams.get('address')
  response.end(address ? `${await save(address)}` : '')
}).listen(Number(PORT), '127.0.0.1')
