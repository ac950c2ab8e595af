import { useFormState } from 'react-hook-form'
import { Field, Select } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { useModels } from '@/lib/client/models'
import { isModelId, MODELS } from '@/lib/shared/models'
import type { Composer } from './use-composer'

/** The model; hidden if only one is offered. */
export function ModelSelect({ composer }: { composer: Composer }) {
  const messages = useMessages('composer')
  const models = useModels()
  const field = composer.register('model')
  const { errors } = useFormState({ control: composer.form.control, name: 'model' })
  if (models.length < 2) return null
  return (
    <Field label={messages.model} error={errors.model?.message} className="pb-3">
      {(fieldProps) => (
        <Select
          {...fieldProps}
          {...field}
          onChange={({ currentTarget: { value } }) => isModelId(value) && composer.chooseModel(value)}
        >
          {models.map((id) => (
            <option key={id} value={id}>
              {MODELS[id].label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
