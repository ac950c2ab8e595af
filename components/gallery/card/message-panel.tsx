import type { ReactNode } from 'react'
import { VIDEO_SHAPES } from '@/components/gallery/grid/shape'
import type { FixedRatio } from '@/lib/shared/models'

type Props = { title: string; sentences: readonly string[]; shape: FixedRatio; children?: ReactNode }

/** Stands in for a video that doesn’t exist: what happened, and what to do. */
export function MessagePanel({ title, sentences, shape, children }: Props) {
  return (
    <div
      className={`grid place-content-center justify-items-center gap-2 rounded border bg-panel p-4 text-center sm:max-h-96 ${VIDEO_SHAPES[shape]}`}
    >
      <p className="font-semibold text-sm">{title}</p>
      <div className="wrap-anywhere grid max-w-96 gap-1 text-balance text-second text-sm">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {children}
    </div>
  )
}
