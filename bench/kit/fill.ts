import { spawnSync } from 'node:child_process'

/**
 * Fills a data folder with generations; see seed.ts.
 * @param options `taskids`: a JSON file of them; `database`: a PostgreSQL URL, instead of a SQLite file in the folder; `videoBytes`: size of each video on record
 * @throws Error
 */
export function fill(
  folder: string,
  count: number,
  {
    taskids = '',
    database = '',
    videoBytes = 4_000_000,
  }: { taskids?: string; database?: string; videoBytes?: number } = {},
): void {
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--conditions=react-server',
      'bench/kit/seed.ts',
      `${count}`,
      taskids,
      `${videoBytes}`,
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, TENSORSLAB_API_KEY: 'bench', DATABASE_URL: database, DATA_DIR: folder },
    },
  )
  if (status !== 0) throw new Error(`the seeding ended with ${status}`)
}
