import { Logo } from './logo'

const ACTION =
  'inline-flex h-10 items-center rounded bg-accent px-4 font-semibold text-ink text-sm hover:brightness-95 pointer-coarse:h-11'

type Props = {
  title: string
  text: string
  /** The one way on. */
  action: { label: string } & ({ href: string } | { onPress: () => void })
}

/** An error page with one way on. Every page bundles the ones for crashes, so it imports neither Button nor Icon. */
export function ErrorPage({ title, text, action }: Props) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-100 content-center justify-items-start gap-3 p-6 pb-[20vh]">
      <div className="flex items-center gap-3 pb-4">
        <Logo />
        <span className="font-semibold text-base">Promptreel</span>
      </div>
      <h1 className="font-semibold text-2xl">{title}</h1>
      <p className="pb-3 text-second text-base">{text}</p>
      {'href' in action ? (
        <a href={action.href} className={ACTION}>
          {action.label}
        </a>
      ) : (
        <button type="button" onClick={action.onPress} className={ACTION}>
          {action.label}
        </button>
      )}
    </main>
  )
}
