import { megabytes, number } from '@/lib/shared/messages/numbers'
import type { ReasonText } from '@/lib/shared/messages/reason-text'
import { soonZh } from '@/lib/shared/messages/retry-text'
import { BODY } from '@/lib/shared/reason'
import { tooLongZh } from './too-long'

const SLOTS = ['首帧', '尾帧'] as const
const position = (image: number | null): string => SLOTS[(image ?? 0) - 1] ?? '图片'
const LABELS = new Map([
  ['prompt', '提示词'],
  ['name', '名称'],
  [BODY, '请求正文'],
  ['tag', '标签'],
  ['tags', '标签'],
])
const REQUIRED = new Map([
  ['prompt', '请描述视频内容。'],
  ['name', '请填写名称。'],
])
/** The prompt goes by its name on the page; other fields by their name in the API, followed by a space. */
const label = (field: string): string => LABELS.get(field) ?? field.replace(/\w$/, '$& ')
const PARTS = {
  value: label,
  field_name: (field: string) => `字段名“${field}”`,
  file_name: (field: string) => `${field} 的文件名`,
}
const n = (value: number) => number('zh', value)
const KINDS = {
  jpeg: 'JPEG 图片',
  progressive_jpeg: '渐进式 JPEG 图片',
  cmyk_jpeg: 'CMYK 模式的 JPEG 图片',
  png: 'PNG 图片',
  deep_png: '16 位或隔行扫描的 PNG 图片',
  webp: 'WebP 图片',
}
const LIMITS = {
  perMinute: (most: number) => `每人每分钟最多提交 ${n(most)} 个视频。`,
  atOnce: (most: number) => `每人最多同时生成 ${n(most)} 个视频。`,
  perDay: (most: number) => `每人 24 小时内最多提交 ${n(most)} 个视频。`,
  imageMbPerDay: (most: number) => `每人 24 小时内最多上传 ${n(most)} MB 图片。`,
}

const BUDGETS = { person: '个人', studio: '工作室' }

/** Why an input was rejected, in Simplified Chinese. */
export const reasonsZh: ReasonText = {
  required: ({ field }) => REQUIRED.get(field) ?? `缺少参数 ${field}，请补上。`,
  too_long: ({ field, length, limit }) => tooLongZh(label(field), length, limit),
  too_many_words: ({ field, count, limit }) =>
    `${field} 包含 ${n(count)} 个不同的词，最多 ${n(limit)} 个，请删去一些。`,
  not_one_of: ({ field, allowed }) => `${field} 只能是以下值之一：${allowed.join('、')}。`,
  out_of_range: ({ min, max }) => `请填写 ${min} 到 ${max} 之间的整数。`,
  unknown_field: ({ field }) => `该模型没有名为 ${field} 的参数，请删除或更正名称。`,
  repeated: ({ field }) => `${field} 重复，只能提交一次。`,
  not_text: ({ field }) => `${field} 应为文本，而不是文件。`,
  not_utf8: ({ field, part }) =>
    `${PARTS[part](field)}不是 UTF-8 编码，会出现乱码。请以 UTF-8 编码保存或发送。`,
  broken_character: ({ field }) => `${label(field)}含有损坏的字符（可能显示为 �），请删除或重新输入。`,
  not_plain: () => '名称中有换行或不可见字符，请重新输入。',
  name_taken: () => '已有同名预设。请换一个名称，或先删除原有预设。',
  too_many_presets: ({ limit }) => `最多保存 ${n(limit)} 个预设。请先删除不再使用的预设。`,
  malformed: ({ field }) => `无法识别 ${field}，请按文档中的格式重新提交。`,
  sent_meanwhile: () => '该视频刚刚已提交给服务商，现在删除也可能计费。如仍要删除，请再次删除。',
  taskid_malformed: () => '这不是有效的任务 ID。任务 ID 为一行 1 到 200 个字符，请从服务商控制台复制。',
  task_unknown: () =>
    '服务商查不到属于您的该任务 ID。请在服务商控制台核对后重新填写；刚创建的任务可能需要一分钟才能查到。',
  task_followed: () => '您的另一个视频已使用该任务 ID，请填写这个视频对应的任务 ID。',
  task_deleting: () => '对应的视频已删除，服务商正在删除该任务。请一分钟后重试。',
  taskid_settled: () => '该视频的任务 ID 已无法更改。只有服务商未返回结果时才能填写，视频完成前可以更正。',
  too_many_tags: ({ count, limit }) => `共 ${n(count)} 个标签，每个视频最多 ${n(limit)} 个，请删去一些。`,
  tag_blank: () => '标签至少要有一个可见字符，请填写或去掉该标签。',
  too_many_ids: ({ field, count, limit }) =>
    `${field} 传了 ${n(count)} 个，最多 ${n(limit)} 个，其余请分次请求。`,
  too_many_images: ({ limit }) =>
    limit === 1 ? '该模型只支持一张图片：首帧。' : `最多 ${limit} 张图片：首帧和尾帧。`,
  unknown_image: ({ image, id }) => `${position(image)}：找不到编号为“${id}”的图片，请重新上传。`,
  image_not_given: ({ name }) => `没有添加名为“${name}”的图片，请添加图片或更正文件名。`,
  image_given_twice: ({ name }) => `有多张图片名为“${name}”，请重命名后重新添加。`,
  image_type: ({ image, found }) =>
    found === null
      ? `${position(image)}不是 JPEG、PNG 或 WebP 图片，请换一张。`
      : `${position(image)}是 ${found} 文件，请另存为 JPEG、PNG 或 WebP 后再选择。`,
  image_animated: ({ image }) => `${position(image)}是动图，请选择静态图片。`,
  image_damaged: ({ image }) => `${position(image)}已损坏或不完整，请重新导出或下载。`,
  image_altered: ({ image }) =>
    `${position(image)}是 HEIC 图片，浏览器的防指纹追踪功能会在转换时改动画面。请另存为 JPEG 后再选择，或对本站关闭该功能。`,
  image_disguised: ({ image }) => `${position(image)}内含其他文件，请用图片编辑器打开后另存。`,
  image_too_heavy: ({ image, limit }) => `${position(image)}超过 ${megabytes('zh', limit)}，请压缩后再选择。`,
  image_too_many_pixels: ({ image, width, height, kind, limit }) =>
    `${position(image)}为 ${width} × ${height} 像素。${KINDS[kind]}最多 ${n(limit / 1e6)} 百万像素，请缩小后再选择。`,
  image_too_small: ({ image, width, height, min }) =>
    `${position(image)}为 ${width} × ${height} 像素，模型要求每边至少 ${n(min)} 像素。`,
  image_ratio: ({ image, width, height, min, max }) =>
    `${position(image)}为 ${width} × ${height} 像素，画面过${width > height ? '宽' : '高'}。宽高比须在 ${min} 到 ${max} 之间，请裁剪后再选择。`,
  over_limit: ({ limit, most, wait }) => `${LIMITS[limit](most)}没有创建任务，也没有计费。${soonZh(wait)}`,
  over_budget: ({ whose, budget, left, needed }) =>
    `本次需要 ${n(needed)} 积分，${BUDGETS[whose]}本月预算 ${n(budget)} 积分，剩余 ${n(left)}。没有创建任务，也没有计费。请缩短时长或降低分辨率，或在“设置”中提高预算。`,
  line_full: ({ wait }) => `当前登录人数较多。${soonZh(wait)}`,
}
