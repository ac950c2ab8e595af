import { useMessages } from '@/lib/client/messages'

/** Link to the provider’s console, which lists every task created and billed. */
export function ConsoleLink() {
  return (
    <a
      href="https://tensorai.tensorslab.com"
      target="_blank"
      rel="noreferrer"
      className="inline-flex h-10 items-center rounded border bg-raised px-3 text-sm hover:bg-well pointer-coarse:h-11"
    >
      {useMessages('gallery').console}
    </a>
  )
}
