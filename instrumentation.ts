/** Called by Next once, before it handles the first request. */
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
