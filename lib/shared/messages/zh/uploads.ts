import type { uploadsEn } from '@/lib/shared/messages/en/uploads'

/** Why a photo did not arrive, and what helps, in Simplified Chinese. */
export const uploadsZh: typeof uploadsEn = {
  empty: (name) => `${name} 是空文件，没有任何内容。如果是下载或复制得到的，请重新下载或复制，再选择一次。`,
  gone: (name) =>
    `无法再读取 ${name}：文件可能已被移动、重命名、修改或删除，或只保存在云端。请确认文件能在本机打开，再重新选择。`,
  cloud: (name) => `${name} 只是占位文件，图片本身在 iCloud 云端。请先下载到本机，再重新选择。`,
}
