import { createContext, type FormEvent, type ReactNode, use, useState } from 'react'
import { useAuthMessages } from './messages'

type Errors = Readonly<Record<string, string>>

const Context = createContext<Errors>({})

/** The error of a field of the surrounding {@link CheckedForm}, by its name. */
export const useFieldError = (name: string): string | undefined => use(Context)[name]

type Props = {
  /** Called with the form once nothing is wrong with its fields. */
  onSend: (form: HTMLFormElement) => void
  className?: string
  children: ReactNode
}

/**
 * A form that says what is wrong with its fields, all at once and in the page’s language. The browser would say it in its
 * own, one at a time.
 */
export function CheckedForm({ onSend, className, children }: Props) {
  const textOf = useErrorText()
  const [errors, setErrors] = useState<Errors>({})
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const wrong = inputsOf(form).filter(({ willValidate, validity }) => willValidate && !validity.valid)
    setErrors(Object.fromEntries(wrong.map((input) => [input.name, textOf(input)])))
    if (wrong[0]) wrong[0].focus()
    else onSend(form)
  }
  const forget = ({ target }: FormEvent<HTMLFormElement>) => {
    if (!(target instanceof HTMLInputElement) || !errors[target.name]) return
    const { [target.name]: _, ...others } = errors
    setErrors(others)
  }
  return (
    <form noValidate onSubmit={submit} onInput={forget} className={className}>
      <Context value={errors}>{children}</Context>
    </form>
  )
}

const inputsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((element) => element instanceof HTMLInputElement)

/** Words what is wrong with an input, by the attributes that it breaks. */
function useErrorText() {
  const { invalid } = useAuthMessages()
  return ({ validity, type, minLength, min, max }: HTMLInputElement): string => {
    if (validity.valueMissing) return invalid.missing
    if (validity.tooShort) return invalid.tooShort(minLength)
    if (type === 'number') return invalid.number(Number(min), Number(max))
    return invalid.email
  }
}
