import { type DragEvent, useState } from 'react'

/**
 * Files dropped on an element: what to spread on it, and whether files are held over it now. Where one such element
 * stands in another, the inner one takes them. Dragged words and links are left to the browser.
 */
export function useFileDrop(take: (files: File[]) => void) {
  const [over, setOver] = useState(false)

  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    setOver(!event.isDefaultPrevented())
    event.preventDefault() // a browser shows a dropped file in place of the page
  }
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    const files = [...event.dataTransfer.files]
    if (event.isDefaultPrevented() || files.length === 0) return
    event.preventDefault()
    take(files)
  }
  return { over, target: { onDragEnter: hold, onDragOver: hold, onDragLeave: leave, onDrop: drop } }
}
