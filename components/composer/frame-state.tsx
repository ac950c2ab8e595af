import { Button, IconButton, Progress } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import type { Frame } from './frames'
import type { FramesControl } from './use-frames'

type Props = { frame: Frame; control: FramesControl; choose: () => void }

/** What stands over the photo: how far it is, the remedy when it was not taken, and the way to take it away. */
export function FrameState({ frame: { upload, token, name }, control, choose }: Props) {
  const words = useWords().frames
  return (
    <>
      {upload.is === 'running' && (
        <div className="absolute inset-x-0 bottom-0 bg-panel/90 px-2 pt-1 pb-2 text-xs">
          <p className="truncate pb-1">{words.uploading(name)}</p>
          <Progress name={words.uploading(name)} share={upload.share} />
        </div>
      )}
      {(upload.is === 'refused' || upload.is === 'broken') && (
        <div className="absolute inset-0 grid content-center gap-2 bg-panel/90 p-2">
          <p className="truncate text-center text-xs">{name}</p>
          <Button
            className="px-2"
            data-frame={token}
            onClick={() => (upload.is === 'broken' ? control.again(token) : choose())}
          >
            {upload.is === 'broken' ? words.again : words.another}
          </Button>
        </div>
      )}
      <IconButton
        icon="close"
        name={words.remove(name)}
        onClick={() => control.remove(token)}
        look="overPicture"
        className="absolute top-0 right-0"
      />
    </>
  )
}
