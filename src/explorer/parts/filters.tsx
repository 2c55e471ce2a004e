import type { ComponentChildren } from 'preact'
import { refine } from '../state/location.js'
import { useWords } from '../state/settings.js'

/** A choice, and what it is called where that is not itself. */
type Option = string | { readonly value: string; readonly label: string }

interface SelectProps {
  readonly name: string
  readonly label: string
  readonly value: string | null
  readonly options: readonly Option[]
  /** Words of the choice that does not narrow; left out where one must be chosen. */
  readonly all?: string
}

/** A filter of the address: choosing changes the parameter `name`. */
export function SelectFilter({ name, label, value, options, all }: SelectProps) {
  return (
    <label class="filter">
      <span>{label}</span>
      <select value={value ?? ''} onChange={event => refine({ [name]: event.currentTarget.value || null })}>
        {all !== undefined && <option value="">{all}</option>}
        {options
          .map(option => (typeof option === 'string' ? { value: option, label: option } : option))
          .map(({ value: one, label: called }) => (
            <option key={one} value={one}>
              {called}
            </option>
          ))}
      </select>
    </label>
  )
}

/** A filter one types: the address follows each letter, without steps to come back to. */
export function TextFilter({ name, label, value }: { readonly name: string; readonly label: string; readonly value: string | null }) {
  return (
    <label class="filter">
      <span>{label}</span>
      <input type="search" value={value ?? ''} onInput={event => refine({ [name]: event.currentTarget.value || null }, true)} />
    </label>
  )
}

/** The column of filters; on a phone it opens on demand. */
export function Filters({ children }: { readonly children: ComponentChildren }) {
  const words = useWords()
  return (
    <details class="filters" open={matchMedia('(min-width: 60rem)').matches}>
      <summary>{words.filters}</summary>
      <div class="filter-list">{children}</div>
    </details>
  )
}
