const PATHS = {
  play: 'M8 5.5v13l11-6.5z',
  pause: 'M9 6v12m6-12v12',
  download: 'M12 4v11m-5-4 5 5 5-5M5 20h14',
  copy: 'M9 9h10v10H9zM15 9V5H5v10h4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  swap: 'M4 9h15m-4-4 4 4-4 4M20 15H5m4 4-4-4 4-4',
  close: 'm6 6 12 12M18 6 6 18',
  chevron: 'm8 10 4 4 4-4',
  image: 'M4 5h16v14H4zm0 11 4.5-4.5 4 4L16 12l4 4M9 9.2v.1',
  trash: 'M4.5 6.5h15M9 6.5V4h6v2.5m-8.5 0 1 13.5h9l1-13.5M10.5 10.5v6m3-6v6',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zm4 4h4',
  search: 'M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zm4 9.5L19 19',
  contrast: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 20a8 8 0 0 1 0-16z',
  again: 'M18.5 10A7 7 0 1 0 19 13m0-8v5h-5',
  edit: 'M4.5 19.5 5.5 15 15.8 4.7l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  onward: 'M4 12h12m-4.5-4.5L16 12l-4.5 4.5M20 5v14',
  leave: 'M14 5H5v14h9m2.5-11 4 4-4 4m4-4H10',
  team: 'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4M3 19c0-3 2.4-5 6-5s6 2 6 5m1-13.6a3.2 3.2 0 0 1 0 5.8m2 3.3c2 .7 3 2.3 3 4.5',
  star: 'm12 4 2.4 5.1 5.6.7-4.1 3.9 1 5.5-4.9-2.7-4.9 2.7 1-5.5L4 9.8l5.6-.7z',
  back: 'm14 6-6 6 6 6',
  next: 'm10 6 6 6-6 6',
  keyboard: 'M3.5 7h17v10.5h-17zM7 10.5h.01M10.3 10.5h.01M13.7 10.5h.01M17 10.5h.01M8.5 14h7',
  sound: 'M4 9.5h3.5L12 6v12l-4.5-3.5H4zm11 0a3.5 3.5 0 0 1 0 5m2.5-7.5a7 7 0 0 1 0 10',
  muted: 'M4 9.5h3.5L12 6v12l-4.5-3.5H4zm11.5.5 4 4m0-4-4 4',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  plus: 'M12 6.5v11M6.5 12h11',
  lock: 'M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  unlock: 'M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1.2',
} as const

export type IconName = keyof typeof PATHS

/** The left half of `contrast` is drawn against the circle’s direction, and so stays empty. */
const FILLED: readonly IconName[] = ['play', 'contrast']

/** A decorative 20 px icon, next to text or in a control with an accessible name. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`size-5 shrink-0 ${className}`}
      fill={FILLED.includes(name) ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.5 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
