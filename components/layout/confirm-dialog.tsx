import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { useMessages } from '@/lib/client/messages'

type Props = {
  title: string
  text: string
  yes: string
  /** It was agreed to, and the dialog is closed. */
  onYes: () => void
  /** It was closed by any way. The caller takes it off the page. */
  onClose: () => void
}

/** Asks before something is done that cannot be undone. The focus begins on the way out. */
export function Confirm({ title, text, yes, onYes, onClose }: Props) {
  const no = useMessages('decisions').no
  return (
    <Dialog title={title} text={text} onClose={onClose}>
      {(close) => (
        <div className="flex flex-wrap justify-end gap-2 pt-5">
          <Button onClick={close}>{no}</Button>
          <Button
            variant="main"
            onClick={() => {
              close()
              onYes()
            }}
          >
            {yes}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
