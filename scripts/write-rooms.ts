// Generates the linter's rules and the diagram from the table of rooms: `npm run rooms`.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { diagram, importRules } from './rooms'

export const RULES = 'biome.rooms.json'
export const PAGE = 'docs/architecture.md'
const BETWEEN = /(?<=<!-- rooms:start -->\n)[\s\S]*?(?=<!-- rooms:end -->)/

/** Contents of the rules file. */
export const rulesFile = (): string => `${JSON.stringify({ overrides: importRules() }, null, 2)}\n`

/** The page with its diagram regenerated. */
export const withDiagram = (page: string): string => page.replace(BETWEEN, `${diagram()}\n`)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(RULES, rulesFile())
  writeFileSync(PAGE, withDiagram(readFileSync(PAGE, 'utf8')))
}
