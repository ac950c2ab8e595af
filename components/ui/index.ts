// What every page needs at once. The rest is imported by its path, so that it comes with the parts that use it.
export { Button } from './button'
export { Field } from './field'
export { Icon } from './icon'
export { IconButton } from './icon-button'
export { Select } from './select'
export { TextInput } from './text-input'
export { useHydrated } from './use-hydrated'
