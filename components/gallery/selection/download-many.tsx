import { Button, Icon } from '@/components/ui'
import { showToast } from '@/components/ui/toast'
import { useMessages } from '@/lib/client/messages'
import { withBasePath } from '@/lib/shared/base-path'
import type { Generation } from '@/lib/shared/generation'
import { selectionEn } from '@/lib/shared/messages/en/selection'
import { selectionZh } from '@/lib/shared/messages/zh/selection'
import { ZIP_MAX } from '@/lib/shared/zip'

const TOAST_S = 12

/** The address of one video, or of the archive of several. */
function addressOf(videos: readonly Generation[]): string {
  const [first] = videos
  if (videos.length === 1) return `${first?.video?.url}?download=1`
  return withBasePath(`/api/generations/videos.zip?${videos.map(({ id }) => `id=${id}`).join('&')}`)
}

/** Downloads the selected videos that are finished: one as it is, several as a zip. */
export function DownloadMany({ videos }: { videos: readonly Generation[] }) {
  const messages = useMessages({ en: selectionEn, zh: selectionZh })
  const label = (
    <>
      <Icon name="download" />
      {messages.download}
    </>
  )
  if (videos.length === 0 || videos.length > ZIP_MAX)
    return (
      <Button
        disabled={videos.length === 0}
        onClick={() => showToast({ text: messages.tooMany(ZIP_MAX), seconds: TOAST_S })}
        className="disabled:opacity-40"
      >
        {label}
      </Button>
    )
  return (
    <a
      href={addressOf(videos)}
      download // an error is a failed download, not another page
      className="inline-flex h-10 select-none items-center justify-center gap-2 rounded border bg-raised px-3 text-sm hover:bg-well pointer-coarse:h-11"
    >
      {label}
    </a>
  )
}
