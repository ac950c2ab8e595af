import { useState } from 'react'
import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { Switch } from '@/components/ui/switch'
import { useApple } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { keysEn } from '@/lib/shared/messages/en/shortcuts'
import { keysZh } from '@/lib/shared/messages/zh/shortcuts'
import { setShortcuts, shortcutsAreOn } from './shortcut-actions'

/** Lists the single-key shortcuts, with a switch that turns them off. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const messages = useMessages({ en: keysEn, zh: keysZh })
  const apple = useApple()
  const [on, setOn] = useState(shortcutsAreOn)
  const toggle = () => {
    setShortcuts(!on)
    setOn(!on)
  }
  return (
    <Dialog title={useMessages('gallery').keys} onClose={onClose}>
      {(close) => (
        <>
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 py-4 text-sm">
            {messages.list.map(([key, does]) => (
              <div key={key} className="col-span-2 grid grid-cols-subgrid">
                <dt>
                  <kbd className="inline-block min-w-8 rounded-md border bg-raised px-2 text-center text-xs">
                    {apple ? key.replace('Ctrl', '⌘') : key}
                  </kbd>
                </dt>
                <dd className="text-second">{does}</dd>
              </div>
            ))}
          </dl>
          <Switch label={messages.on} hint={messages.onHint} checked={on} onChange={toggle} />
          <div className="flex justify-end pt-4">
            <Button onClick={close}>{messages.close}</Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
