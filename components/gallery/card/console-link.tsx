import { useMessages } from '@/lib/client/messages'

/** To the provider's own account of what was created and billed. */
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
