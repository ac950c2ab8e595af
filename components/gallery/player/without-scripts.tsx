type Props = { url: string; poster: string | null; name: string }

/** Covers a player where scripts are off, and plays by the browser's own controls. */
export function WithoutScripts({ url, poster, name }: Props) {
  return (
    <noscript>
      <video
        aria-label={name}
        src={url}
        controls
        playsInline
        loop
        poster={poster ?? undefined}
        preload="metadata" // Chromium plays nothing at a press on the picture before that is there
        className="absolute inset-0 size-full bg-[#0d0c0c]"
      />
    </noscript>
  )
}
