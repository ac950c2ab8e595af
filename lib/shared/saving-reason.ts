/** Why a finished video is not saved yet: the `failure.code` of a generation in state `saving`. */
export const SAVING_REASONS = [
  'host_not_allowed', // the message is the host
  'fake_address', // the message is the host, with its port
  'result_unreachable',
  'result_slow',
  'result_too_large',
  'result_not_video',
  'result_expired',
  'result_missing',
  'last_frame_missing',
  'disk_full',
] as const

export type SavingReason = (typeof SAVING_REASONS)[number]
