/** An error message, announced when it appears. */
export function FormError({ children }: { children: string }) {
  return (
    <p role="alert" className="text-failure text-sm empty:hidden">
      {children}
    </p>
  )
}
