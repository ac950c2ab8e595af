import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '@/e2e/kit/servers'
import type { Engine, Page } from './page'
import { untilReady, WebDriverSession } from './webdriver'
import { WebKitPage } from './webkit-page'

const SCREEN = '1920x1200x24'

/** Starts an X server without a screen. Returns the name of its display. */
async function startDisplay(): Promise<{ server: ChildProcess; display: string }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const numbers = server.stdio[3]
  if (!numbers) throw new Error('Xvfb has no pipe')
  const [number] = await Promise.race([
    once(numbers, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb did not start'))),
  ])
  return { server, display: `:${`${number}`.trim()}` }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function openIn(driver: string): Promise<WebKitPage> {
  const page = new WebKitPage(await WebDriverSession.create(driver))
  await page.resize(1440, 900)
  return page
}

/** Starts WebKitGTK's driver on a display of its own. */
export async function startWebKit(): Promise<Engine> {
  const { server, display } = await startDisplay()
  const port = await freePort()
  const child = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      LANGUAGE: 'en_US',
      NO_AT_BRIDGE: '1', // no bus for assistive technology here
      WEBKIT_DISABLE_DMABUF_RENDERER: '1', // no graphics card either
    },
  })
  for (const one of [child, server]) process.once('exit', () => one.kill()) // when it is interrupted
  const driver = `http://127.0.0.1:${port}`
  const close = async () => {
    await stop(child)
    await stop(server)
  }
  try {
    await untilReady(driver)
    const first = await WebDriverSession.create(driver)
    await first.end()
    return { version: first.version, open: (): Promise<Page> => openIn(driver), close }
  } catch (error) {
    await close()
    throw error
  }
}
