import { log } from './log'

/**
 * Routes console output of Next and libraries through the log, which reduces errors to what may be logged and texts to their length. A
 * printed error would show its message, causes and fields, such as the parameters of a query. In development the console is unchanged.
 */
export function quietConsole(): void {
  if (process.env.NODE_ENV !== 'production') return
  const writer =
    (level: 'warn' | 'error') =>
    (...said: unknown[]): void => {
      const err = said.find((one) => one instanceof Error)
      const length = said.reduce<number>((sum, one) => sum + (typeof one === 'string' ? one.length : 0), 0)
      log()[level]({ err, length }, 'the framework had something to say')
    }
  console.error = writer('error')
  console.warn = writer('warn')
}
