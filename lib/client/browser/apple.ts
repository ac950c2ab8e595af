import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the keyboard has a ⌘ where others have Ctrl. False on the server, which does not see the keyboard. */
export const useApple = (): boolean =>
  useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  )
