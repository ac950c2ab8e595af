import { existsSync } from 'node:fs'
import { bringBrowser } from '@/scripts/browser'
import { canInstall, installPackages, which } from '@/scripts/debian'
import type { Engine } from './page'
import { startChromium, startFirefox } from './puppeteer-page'
import { startWebKit } from './webkit'

type Source = {
  name: string
  /** Starts it, and installs it first where that is possible. @throws Error that says how to get it */
  start(): Promise<Engine>
}

/** The decoders of videos are packages of their own; without them the page would be blamed. */
const FIREFOX = { programs: ['firefox-esr', 'firefox'], packages: ['firefox-esr', 'ffmpeg'] }
const WEBKIT = {
  programs: ['WebKitWebDriver'],
  packages: [
    'webkit2gtk-driver',
    'xvfb',
    'gstreamer1.0-plugins-good',
    'gstreamer1.0-plugins-bad',
    'gstreamer1.0-libav',
  ],
}

async function findFirst(programs: readonly string[]): Promise<string | undefined> {
  for (const name of programs) {
    const path = await which(name)
    if (path) return path
  }
  return undefined
}

/** Whether dpkg has unpacked a package; those of several architectures are listed with theirs. */
const isInstalled = (name: string): boolean =>
  ['', ':amd64', ':arm64'].some((end) => existsSync(`/var/lib/dpkg/info/${name}${end}.list`))

/** The path of the first of some programs. On Debian, what is lacking of their packages is installed first. */
async function bring({ programs, packages }: typeof FIREFOX): Promise<string> {
  const isLacking = !(await findFirst(programs)) || !packages.every(isInstalled)
  const hint = `On Debian: apt-get install ${packages.join(' ')}`
  if (canInstall() && isLacking) {
    await installPackages(packages).catch((cause: unknown) => {
      throw new Error(`Its packages can't be installed. ${hint}`, { cause })
    })
  }
  const path = await findFirst(programs)
  if (!path) throw new Error(`It isn't installed. ${hint}`)
  return path
}

export const SOURCES: readonly Source[] = [
  { name: 'Chromium', start: async () => startChromium(await bringBrowser()) },
  { name: 'Firefox', start: async () => startFirefox(await bring(FIREFOX)) },
  {
    name: 'WebKit',
    async start() {
      await bring(WEBKIT)
      if (!(await which('Xvfb'))) throw new Error('Xvfb isn’t installed. On Debian: apt-get install xvfb')
      return startWebKit()
    },
  },
]
