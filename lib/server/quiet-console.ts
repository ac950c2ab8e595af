import { log } from './log'

/**
 * What Next and libraries print when something was thrown goes through the log, which says of an error what is allowed
 * and of a text nothing but its length: printed as it is, an error shows its message, its causes and all it carries,
 * such as the parameters of a query. While developing, the console stays as it is.
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
