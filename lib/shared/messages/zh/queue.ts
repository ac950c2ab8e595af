import type { queueEn } from '@/lib/shared/messages/en/queue'
import { number } from '@/lib/shared/messages/numbers'

/** The queue, in Simplified Chinese. */
export const queueZh: typeof queueEn = {
  position: (position) => (position === 1 ? '排队中，下一个' : `排队中，第 ${number('zh', position)} 位`),
  startsIn: (seconds) => {
    if (seconds < 60) return '预计 1 分钟内开始'
    if (seconds < 5_400) return `预计约 ${Math.round(seconds / 60)} 分钟后开始`
    return `预计约 ${Math.round(seconds / 3_600)} 小时后开始`
  },
  paused: { by_person: '队列已暂停', out_of_credits: '账户积分不足' },
  inLine: (count) => `${number('zh', count)} 个视频排队中`,
  hold: '暂停队列',
  goOn: '继续',
  topUp: '去充值',
  held: {
    by_person: '队列已暂停，暂不提交。',
    out_of_credits: '账户积分不足，排队的内容都在。请到服务商控制台充值，然后点击“继续”。',
  },
  heldForOwner: {
    by_person: '队列已暂停，暂不提交。可由管理员恢复。',
    out_of_credits: '账户积分不足，排队的内容都在。管理员充值后可恢复。',
  },
  notChanged: (why) => `队列状态未更改。${why}`,
  sendFirst: '优先生成',
  moved: '已移到您的队首。',
  notMoved: (why) => `顺序未更改。${why}`,
}
