import type { ComponentProps } from 'react'
import { Icon } from '@/components/ui'

type Props = { url: string; icon: ComponentProps<typeof Icon>['name']; name: string }

/** Saves a file of ours on the reader's machine. */
export function DownloadLink({ url, icon, name }: Props) {
  return (
    <a
      href={`${url}?download=1`}
      title={name}
      className="inline-grid size-10 place-items-center rounded text-second hover:bg-well hover:text-text pointer-coarse:size-11"
    >
      <Icon name={icon} />
      <span className="sr-only">{name}</span>
    </a>
  )
}
