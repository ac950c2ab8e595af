/** The logo, as in the favicon. Has its own path instead of Icon’s, because every page bundles the error pages. */
export function Logo({ className = '' }: { className?: string }) {
  return (
    <span className={`grid size-6.5 shrink-0 place-items-center rounded-lg bg-accent text-ink ${className}`}>
      <svg viewBox="0 0 24 24" className="size-4" aria-hidden="true">
        <path
          d="M8 5.5v13l11-6.5z"
          fill="currentColor"
          stroke="currentColor"
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
      </svg>
    </span>
  )
}
