import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { defaultField, MODEL_IDS, PARAMETERS, type Parameter, parametersOf } from '@/lib/shared/models'

const README = new URL('../README.md', import.meta.url)
const BEGIN = '<!-- parameters: written by npm run readme -->\n'
const END = '<!-- /parameters -->'

const code = (text: string): string => `\`${text}\``

function valuesOf(parameter: Parameter | undefined): string {
  if (!parameter) return ''
  if (parameter.type === 'flag') return '`0` `1`'
  const unit = 'unit' in parameter && parameter.unit === 's' ? ' seconds' : ''
  if (parameter.type === 'choice') return parameter.values.map(code).join(' ') + unit
  return `${parameter.min} to ${parameter.max}${unit}`
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

function table(): string {
  const rows = [...PARAMETERS].map(([name, parameter]) => {
    const byDefault = defaultField(parameter)
    const values = MODEL_IDS.map((id) => valuesOf(parametersOf(id)[name]))
    return row([code(name), ...values, byDefault ? code(byDefault) : 'the provider’s'])
  })
  const head = ['field', ...MODEL_IDS.map(code), 'default']
  return row(head) + row(head.map(() => '---')).replaceAll(' ', '') + rows.join('')
}

/**
 * The README with its table of parameters regenerated from lib/shared/models.
 * @throws Error when the markers of the table are missing
 */
export function withParameters(readme: string): string {
  const [before, rest] = readme.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    throw new Error('README.md has lost the markers of its table')
  return `${before}${BEGIN}${table()}${END}${after}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(README, withParameters(readFileSync(README, 'utf8')))
}
