/** Next calls this once, before the first request is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ boot }, { quietConsole }, { tameSockets }] = await Promise.all([
    import('./lib/server/boot'),
    import('./lib/server/quiet-console'),
    import('./lib/server/sockets'),
  ])
  quietConsole()
  tameSockets()
  await boot()
}
