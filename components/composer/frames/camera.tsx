import { useMessages } from '@/lib/client/messages'

/** Opens the camera directly; only on touch devices. */
export function FrameCamera({ take }: { take: (files: File[]) => void }) {
  const messages = useMessages('frames')
  return (
    <label className="absolute inset-x-1.5 bottom-1.5 hidden h-11 cursor-pointer place-content-center rounded border bg-panel text-sm outline-offset-2 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-mark no-has:focus-within:outline-2 no-has:focus-within:outline-mark pointer-coarse:grid">
      {messages.takePhoto}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        className="sr-only"
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </label>
  )
}
