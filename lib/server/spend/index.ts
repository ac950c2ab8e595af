import 'server-only'

export { estimateOf } from './estimate'
export { seesStudio } from './sees-studio'
export { readSettings, updateSettings } from './settings'
export { usageOf } from './usage'
export { usageCsv } from './usage-csv'
