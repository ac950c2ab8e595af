import { spawnSync } from 'node:child_process'

/** Fills a data folder with generations; see seed.ts. @throws Error */
export function fill(folder: string, count: number, ...words: string[]): void {
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', 'bench/kit/seed.ts', `${count}`, ...words],
    {
      stdio: 'inherit',
      env: { ...process.env, TENSORSLAB_API_KEY: 'bench', DATABASE_URL: '', DATA_DIR: folder },
    },
  )
  if (status !== 0) throw new Error(`the seeding ended with ${status}`)
}
