import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipped } from './gzipped'

const FILES = {
  'package.json': '{"type":"module"}', // the folder around it says otherwise
  'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>',
  'app/page.js': 'export default () => null',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } }`,
}

/**
 * What a browser fetches of script, in bytes (gzip), for a page with nothing on it, made by the very Next of this
 * project. It is built inside the project: outside of it Next would find no modules.
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

/** Paths below the build's folder. What is for browsers without modules, no browser of today fetches. */
function scriptsIn(html: string): string[] {
  const tags = html.match(/<script[^>]*\bsrc="[^"]*"[^>]*>/g) ?? []
  const modern = tags.filter((tag) => !/\bnomodule\b/i.test(tag))
  return modern.map((tag) => /src="\/_next\/([^"?]*)/.exec(tag)?.[1] ?? '')
}
