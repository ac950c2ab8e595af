import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipped } from './gzipped'

const FILES = {
  'package.json': '{"type":"module"}', // overrides the parent folder's
  'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>',
  'app/page.js': 'export default () => null',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } }`,
}

/**
 * Size of the scripts of an empty page, in bytes (gzip), built with this project's Next. It is built inside the project
 * because Next would find no modules outside.
 */
export async function weighEmptyPage(): Promise<number> {
  await mkdir('.next', { recursive: true })
  const folder = await mkdtemp('.next/empty-')
  try {
    await mkdir(join(folder, 'app'))
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text)
    await promisify(execFile)(process.execPath, ['node_modules/next/dist/bin/next', 'build', folder], {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    })
    const built = join(folder, '.next')
    const html = await readFile(join(built, 'server/app/index.html'), 'utf8')
    const files = await Promise.all(scriptsIn(html).map((path) => readFile(join(built, path))))
    return files.reduce((sum, file) => sum + gzipped(file), 0)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Script paths relative to the build folder, without those for browsers that lack modules. */
function scriptsIn(html: string): string[] {
  const tags = html.match(/<script[^>]*\bsrc="[^"]*"[^>]*>/g) ?? []
  const modern = tags.filter((tag) => !/\bnomodule\b/i.test(tag))
  return modern.map((tag) => /src="\/_next\/([^"?]*)/.exec(tag)?.[1] ?? '')
}
