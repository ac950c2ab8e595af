/** What went wrong, read aloud when it comes. */
export function FormError({ children }: { children: string }) {
  return (
    <p role="alert" className="text-failure text-sm empty:hidden">
      {children}
    </p>
  )
}
