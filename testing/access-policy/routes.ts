import type { Row } from './table'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** All route handlers found on disk, by method and path: `GET /api/generations/[id]`. */
export const routes = new Map<string, Handler>(
  Object.entries(import.meta.glob<Record<string, Handler>>('/app/api/**/route.ts', { eager: true })).flatMap(
    ([file, handlers]) => {
      const path = file.replace(/^\/app|\/route\.ts$/g, '')
      return METHODS.flatMap((method) => {
        const handler = handlers[method]
        return handler ? [[`${method} ${path}`, handler] as const] : []
      })
    },
  ),
)

/** Calls a route as Next would. The body is sent as JSON unless it is a form. */
export function call(
  name: string,
  row: Pick<Row, 'body' | 'query'>,
  origin: string,
  headers: Headers,
  params: Record<string, string>,
) {
  const [method = '', pattern = ''] = name.split(' ')
  const path = (pattern + (row.query ?? '')).replace(/\[(\w+)\]/g, (_, key: string) => params[key] ?? '')
  const handler = routes.get(name)
  if (!handler) throw new Error(`there is no ${name}`)
  const body =
    row.body === undefined ? {} : { body: row.body instanceof FormData ? row.body : JSON.stringify(row.body) }
  return handler(new Request(origin + path, { method, headers, ...body }), {
    params: Promise.resolve(params),
  })
}

export const isMutation = (name: string): boolean => !/^(GET|HEAD) /.test(name)
