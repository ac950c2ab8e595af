import { createStore, useStore } from '@/lib/client/store'
import { ownName } from '@/lib/shared/base-path'

/** `none`: not supported here, or denied by the user. */
type Notifications = 'none' | 'off' | 'on'

const NAME = ownName('notices')
/** In-memory fallback for browsers without storage: lasts as long as the page. */
let wanted: boolean | undefined

function isWanted(): boolean {
  try {
    wanted ??= localStorage.getItem(NAME) === 'on'
  } catch {
    wanted = false // access to storage is forbidden
  }
  return wanted
}

function keepWanted(value: boolean): void {
  wanted = value
  try {
    localStorage.setItem(NAME, value ? 'on' : 'off')
  } catch {
    // Private mode or storage full: the choice lasts until the page is left.
  }
  notifications.set(current())
}

function current(): Notifications {
  // Browsers on Android have the constructor, but allow notifications only from service workers.
  const possible = 'Notification' in window && !/Android/.test(navigator.userAgent)
  if (!possible || Notification.permission === 'denied') return 'none'
  return Notification.permission === 'granted' && isWanted() ? 'on' : 'off'
}

const notifications = createStore<Notifications>('none', {
  start(set) {
    set(current())
    return () => {}
  },
})

/** Whether notifications are on. `none` on the server, so that nothing is offered before hydration. */
export const useNotifications = (): Notifications => useStore(notifications)

/** Turns notifications on or off and remembers it. The browser asks for permission the first time. */
export async function wantNotifications(want: boolean): Promise<Notifications> {
  if (want) await Notification.requestPermission()
  keepWanted(want)
  return current()
}

/**
 * Shows a silent system notification if notifications are on and the page is hidden. Clicking it focuses the page and
 * calls `onPress`. Notifications with the same `tag` from several tabs are merged into one.
 */
export function showNotification(
  title: string,
  about: { body: string; tag: string },
  onPress: () => void,
): void {
  if (document.visibilityState === 'visible' || current() !== 'on') return
  const notification = new Notification(title, { ...about, silent: true })
  notification.onclick = () => {
    window.focus()
    notification.close()
    onPress()
  }
}
