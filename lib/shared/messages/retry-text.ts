/** The sentence on when to try again; undefined when the delay is unknown. */
type Soon = (seconds: number | undefined) => string

export const soonEn: Soon = (seconds) => {
  if (seconds === undefined) return 'Try again in a moment.'
  if (seconds > 5_400) return `Try again in about ${Math.ceil(seconds / 3_600)} hours.`
  if (seconds > 90) return `Try again in about ${Math.ceil(seconds / 60)} minutes.`
  return seconds <= 1 ? 'Try again in 1 second.' : `Try again in ${Math.ceil(seconds)} seconds.`
}

export const soonZh: Soon = (seconds) => {
  if (seconds === undefined) return '请稍后重试。'
  if (seconds > 5_400) return `请在约 ${Math.ceil(seconds / 3_600)} 小时后重试。`
  if (seconds > 90) return `请在约 ${Math.ceil(seconds / 60)} 分钟后重试。`
  return `请在 ${Math.max(1, Math.ceil(seconds))} 秒后重试。`
}
