/** When another try makes sense, in seconds; undefined: nobody knows. */
type Soon = (seconds: number | undefined) => string

export const soonEn: Soon = (seconds) => {
  if (seconds === undefined) return 'Try again in a little while.'
  if (seconds > 5_400) return `Try again in about ${Math.ceil(seconds / 3_600)} hours.`
  if (seconds > 90) return `Try again in about ${Math.ceil(seconds / 60)} minutes.`
  return seconds <= 1 ? 'Try again in 1 second.' : `Try again in ${Math.ceil(seconds)} seconds.`
}

export const soonZh: Soon = (seconds) => {
  if (seconds === undefined) return '请稍后再试。'
  if (seconds > 5_400) return `请在大约 ${Math.ceil(seconds / 3_600)} 小时后再试。`
  if (seconds > 90) return `请在大约 ${Math.ceil(seconds / 60)} 分钟后再试。`
  return `请在 ${Math.max(1, Math.ceil(seconds))} 秒后再试。`
}
