import { type ComponentProps, useId } from 'react'
import { TextInput } from '@/components/ui'
import { findModel } from '@/lib/shared/models'
import type { Rate } from '@/lib/shared/spend/prices'
import { useSpendMessages } from './messages'

type Row = Omit<Rate, 'credits'>
type Props = {
  rows: readonly Row[]
  inputOf: (index: number) => ComponentProps<'input'>
  errorOf: (index: number) => string | undefined
}

const labelOf = (model: string): string => findModel(model)?.label ?? model

/** Credits per second: a table for each model, by resolution and sound. */
export function RateTable({ rows, inputOf, errorOf }: Props) {
  const models = [...new Set(rows.map(({ model }) => model))]
  return models.map((model) => (
    <ModelRates
      key={model}
      model={model}
      rows={rows.flatMap((row, index) => (row.model === model ? [{ ...row, index }] : []))}
      inputOf={inputOf}
      errorOf={errorOf}
    />
  ))
}

type ModelProps = Omit<Props, 'rows'> & { model: string; rows: (Row & { index: number })[] }

function ModelRates({ model, rows, inputOf, errorOf }: ModelProps) {
  const messages = useSpendMessages().prices
  const resolutions = [...new Set(rows.map(({ resolution }) => resolution))]
  const sounds = [...new Set(rows.map(({ sound }) => sound))]
  return (
    <div className="overflow-x-auto rounded border bg-panel">
      <table className="w-full text-left text-sm">
        <caption className="px-4 pt-3 text-left font-medium">{labelOf(model)}</caption>
        <thead className="text-second">
          <tr>
            <th scope="col" className="whitespace-nowrap px-4 py-2 font-medium">
              {messages.resolution}
            </th>
            {sounds.map((sound) => (
              <th key={`${sound}`} scope="col" className="py-2 pr-4 font-medium">
                {sound ? messages.withSound : messages.withoutSound}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y border-t">
          {resolutions.map((resolution) => (
            <tr key={resolution}>
              <th scope="row" className="px-4 py-2 font-normal">
                {resolution}
              </th>
              {rows
                .filter((row) => row.resolution === resolution)
                .map(({ sound, index }) => (
                  <td key={`${sound}`} className="py-2 pr-4 align-top">
                    <RateInput
                      label={messages.of(labelOf(model), resolution, sound)}
                      error={errorOf(index)}
                      input={inputOf(index)}
                    />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type InputProps = { label: string; error: string | undefined; input: ComponentProps<'input'> }

/** Named in full, since its row and column say nothing to somebody who hears it alone. */
function RateInput({ label, error, input }: InputProps) {
  const id = useId()
  return (
    <>
      <TextInput
        {...input}
        aria-label={label}
        inputMode="decimal"
        placeholder="–"
        aria-invalid={error !== undefined}
        aria-describedby={error && id}
      />
      {error && (
        <p id={id} className="pt-1.5 text-failure text-sm">
          {error}
        </p>
      )}
    </>
  )
}
