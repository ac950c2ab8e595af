import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '@/e2e/kit'
import { bringProxy, type ProxyName } from '@/scripts/proxies'

/** A running proxy. `url` is its https address, which PUBLIC_URL must be; `plain` its http address, null for none. */
export type RunningProxy = { url: string; plain: string | null; log(): string; stop(): Promise<void> }

/** Where the studio listens, and what an example file has instead of what a test needs: text to replacement. */
type Options = { upstream: number; replace?: Record<string, string> }

const run = promisify(execFile)

/** Replaces texts that must be there: an example that no longer has one is not what is tested. */
function replaced(text: string, replacements: Record<string, string>): string {
  return Object.entries(replacements).reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the example has no “${from}”`)
    return changed.replaceAll(from, to)
  }, text)
}

/** A certificate for 127.0.0.1 that nobody trusts. */
async function certify(folder: string): Promise<Record<'certificate' | 'key', string>> {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const how = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2']
  await run('openssl', ['req', ...how, ...name, '-keyout', key, '-out', certificate])
  return { certificate, key }
}

/** Starts a program and waits until its port answers. @throws Error when it ends before */
async function started(command: string, args: string[], port: number, folder: string) {
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
  const listens = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true))
      socket.once('error', () => resolve(false)).once('connect', () => socket.destroy())
    })
  while (!(await listens())) {
    if (child.exitCode !== null) throw new Error(`${command} did not start:\n${log}`)
    await pause(50)
  }
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }
  return { log: () => log, stop }
}

/** The `http` block around an example, as Debian’s nginx.conf has it, with everything that nginx writes in one folder. */
const nginxConf = (folder: string, site: string): string => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/pid;
error_log stderr warn;
events {}
http {
  access_log ${folder}/access.log;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  scgi_temp_path ${folder}/scgi;
  uwsgi_temp_path ${folder}/uwsgi;
${site}
}
`

async function startNginx(site: string, port: number, folder: string) {
  const file = join(folder, 'nginx.conf')
  await writeFile(file, nginxConf(folder, site))
  return started(await bringProxy('nginx'), ['-p', folder, '-c', file], port, folder)
}

/** Starts nginx with docs/nginx.conf; only ports, paths and the host name are others, and what `replace` says. */
async function nginx({ upstream, replace = {} }: Options): Promise<RunningProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-nginx-'))
  const [port, plain] = [await freePort(), await freePort()]
  const { certificate, key } = await certify(folder)
  const site = replaced(await readFile('docs/nginx.conf', 'utf8'), {
    '127.0.0.1:3000': `127.0.0.1:${upstream}`,
    'listen 80;': `listen 127.0.0.1:${plain};`,
    'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
    'https://$host$request_uri': `https://$host:${port}$request_uri`,
    '/etc/letsencrypt/live/studio.example.com/fullchain.pem': certificate,
    '/etc/letsencrypt/live/studio.example.com/privkey.pem': key,
    'server_name studio.example.com;': 'server_name 127.0.0.1;',
    ...replace,
  })
  const running = await startNginx(site, port, folder)
  return { ...running, url: `https://127.0.0.1:${port}`, plain: `http://127.0.0.1:${plain}` }
}

/** Starts nginx with the lines of docs/nginx-under-path.conf in a plain server, beside another application. */
export async function nginxUnderPath(
  basePath: string,
  { upstream, replace = {} }: Options,
): Promise<RunningProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-nginx-'))
  const port = await freePort()
  const lines = replaced(await readFile('docs/nginx-under-path.conf', 'utf8'), {
    '127.0.0.1:3000': `127.0.0.1:${upstream}`,
    '/tools/studio': basePath,
    ...replace,
  })
  const other = "location / { return 200 'another application'; }"
  const running = await startNginx(`server { listen 127.0.0.1:${port};\n${other}\n${lines}\n}`, port, folder)
  const url = `http://127.0.0.1:${port}`
  return { ...running, url, plain: url }
}

/** Starts Caddy with docs/Caddyfile, as above. Its certificate is its own. */
async function caddy({ upstream, replace = {} }: Options): Promise<RunningProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-caddy-'))
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const site = replaced(await readFile('docs/Caddyfile', 'utf8'), {
    '127.0.0.1:3000': `127.0.0.1:${upstream}`,
    '\nstudio.example.com {': `\nhttps://127.0.0.1:${port} {\n\tbind 127.0.0.1\n\ttls internal`,
    ...replace,
  })
  const file = join(folder, 'Caddyfile')
  await writeFile(file, `{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n${site}`)
  const args = ['run', '--config', file, '--adapter', 'caddyfile']
  const running = await started(await bringProxy('caddy'), args, port, folder)
  return { ...running, url: `https://127.0.0.1:${port}`, plain: null }
}

export const PROXIES = { nginx, caddy } satisfies Record<ProxyName, unknown>
