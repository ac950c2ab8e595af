import type { SnippetNames } from '@/lib/shared/messages/snippet-names'

/** Prompt snippets in Simplified Chinese, in terms that this model understands. */
export const snippetsZh: SnippetNames = {
  subject: {
    title: '主体',
    advice: '画面里是谁或什么，先写最突出的特征。',
    snippets: {
      person: { name: '人物', text: '一位身穿黄色雨衣的老渔夫。' },
      animal: { name: '动物', text: '一只尾尖雪白的赤狐。' },
      product: { name: '产品', text: '黑色石台上的【您的产品】。' },
      place: { name: '地点', text: '海边悬崖上的一座灯塔。' },
    },
  },
  action: {
    title: '动作',
    advice: '写一个明确的动作，并说明快慢。',
    snippets: {
      walks: { name: '走近', text: '缓步走向镜头。' },
      turns: { name: '回头', text: '转过头来，看向镜头。' },
      wind: { name: '随风而动', text: '微风吹动头发和衣角。' },
      grows: { name: '展开', text: '缓缓展开，一气呵成。' },
    },
  },
  scene: {
    title: '场景',
    advice: '发生在哪里，背景有什么。',
    snippets: {
      forest: { name: '森林', text: '在薄雾笼罩的松林里。' },
      street: { name: '夜晚街道', text: '在夜晚湿漉漉的城市街道上。' },
      beach: { name: '海滩', text: '在退潮后空无一人的海滩上。' },
      studio: { name: '影棚', text: '在纯色的影棚背景前。' },
    },
  },
  light: {
    title: '光线与色彩',
    advice: '光从哪里来，以什么颜色为主。',
    snippets: {
      morning: { name: '晨光', text: '柔和的晨光。' },
      golden: { name: '黄金时刻', text: '黄金时刻，暖色长影。' },
      backlit: { name: '逆光', text: '逆光，轮廓光明亮。' },
      overcast: { name: '阴天', text: '阴天的散射光，色彩低饱和。' },
      moon: { name: '月光', text: '月光，深蓝色的阴影。' },
      neon: { name: '霓虹', text: '粉色与蓝色的霓虹光。' },
      candle: { name: '烛光', text: '摇曳的烛光。' },
      studio: { name: '影棚光', text: '左侧打来的柔和影棚光。' },
    },
  },
  camera: {
    title: '镜头',
    advice: '一个镜头用一种运镜，效果最好。',
    snippets: {
      pushIn: { name: '推进', about: '慢慢靠近', text: '镜头缓缓推进。' },
      pullBack: { name: '拉远', about: '慢慢远离', text: '镜头缓缓拉远。' },
      pan: { name: '横摇', about: '从左转到右', text: '镜头从左向右缓缓横摇。' },
      tilt: { name: '上摇', about: '由下往上看', text: '镜头缓缓上摇。' },
      tracking: { name: '跟拍', about: '跟着主体走', text: '从侧面跟拍。' },
      orbit: { name: '环绕', about: '绕着主体转', text: '镜头缓缓环绕主体。' },
      crane: { name: '升镜头', about: '升到高处', text: '升镜头，缓缓上升。' },
      handheld: { name: '手持', about: '轻微晃动', text: '手持拍摄。' },
      lockedOff: { name: '固定机位', about: '镜头不动', text: '固定机位。' },
    },
  },
  style: {
    title: '风格',
    advice: '视频的风格类型。',
    snippets: {
      documentary: { name: '纪录片', text: '纪录片风格，色彩自然。' },
      cinematic: { name: '电影感', text: '电影风格，浅景深。' },
      drawn: { name: '手绘', text: '手绘动画风格。' },
      stopMotion: { name: '定格动画', text: '毛毡玩偶定格动画风格。' },
      blackAndWhite: { name: '黑白', text: '黑白风格，带胶片颗粒。' },
      watercolour: { name: '水彩', text: '水彩风格。' },
    },
  },
  sound: {
    title: '声音',
    advice: '对白放在双引号里，建议一句短句。',
    snippets: {
      dialogue: { name: '对白', text: '画外音说：“早上好。”' },
      rain: { name: '雨声', text: '轻柔的雨声。' },
      sea: { name: '海浪', text: '海浪声和海鸥的叫声。' },
      city: { name: '城市', text: '远处的车流声。' },
      steps: { name: '脚步', text: '踩在碎石上的脚步声。' },
      piano: { name: '钢琴', text: '轻轻的钢琴音乐。' },
      noMusic: { name: '无音乐', text: '无音乐。' },
    },
  },
  constraints: {
    title: '保持不变',
    advice: '写希望看到的内容；该模型不支持反向提示词。',
    snippets: {
      face: { name: '面容', text: '面容始终保持一致。' },
      clothes: { name: '衣着', text: '衣着和颜色始终保持一致。' },
      logo: { name: '标志', text: '标志始终清晰，保持不变。' },
      background: { name: '背景', text: '背景保持静止。' },
      oneShot: { name: '一镜到底', text: '一镜到底。' },
    },
  },
}
