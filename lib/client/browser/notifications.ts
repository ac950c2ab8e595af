import { createStore, useStore } from '@/lib/client/store'

/** `none`: this browser shows no notices from here, or was told not to. */
type Notifications = 'none' | 'off' | 'on'

const NAME = 'notices'
/** For browsers that keep nothing: lasts as long as the page. */
let wanted: boolean | undefined

function isWanted(): boolean {
  try {
    wanted ??= localStorage.getItem(NAME) === 'on'
  } catch {
    wanted = false // access itself is forbidden
  }
  return wanted
}

function keepWanted(value: boolean): void {
  wanted = value
  try {
    localStorage.setItem(NAME, value ? 'on' : 'off')
  } catch {
    // Private mode, storage full: it holds until the page is left.
  }
  notifications.set(current())
}

function current(): Notifications {
  // Browsers on Android have the interface, but take notices from service workers alone.
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

/** Whether notices are shown. `none` on the server, so that nothing is offered before the page is alive. */
export const useNotifications = (): Notifications => useStore(notifications)

/** Turns notices on or off, from the next page on as well; the browser asks the person once. */
export async function wantNotifications(want: boolean): Promise<Notifications> {
  if (want) await Notification.requestPermission()
  keepWanted(want)
  return current()
}

/**
 * Shows a notice of the system, without a sound, if notices are on and the page is out of sight. A press on it brings
 * the page back and calls `onPress`. Pages that show one of the same `tag` make one notice of it.
 */
export function showNotification(
  title: string,
  about: { body: string; tag: string },
  onPress: () => void,
): void {
  if (document.visibilityState === 'visible' || current() !== 'on') return
  const notice = new Notification(title, { ...about, silent: true })
  notice.onclick = () => {
    window.focus()
    notice.close()
    onPress()
  }
}
