import type { Facets } from '../state/api.js'
import { useWords } from '../state/settings.js'
import { SelectFilter } from './filters.js'

interface ProvinceFilterProps {
  /** What the filters offer; null while it is awaited: then only what the address asks for. */
  readonly known: Facets | null
  readonly value: string | null
}

/** The filter of a province, under the name its documents print, with the one it is part of today and the number of its documents. */
export function ProvinceFilter({ known, value }: ProvinceFilterProps) {
  const words = useWords()
  const options = known?.provinces.map(({ name, now, documents }) => ({
    value: name,
    label: `${name} (${now === null || now === name ? '' : `${words.now} ${now}, `}${documents})`,
  }))
  return <SelectFilter name="tinh" label={words.province} value={value} all={words.all} options={options ?? (value === null ? [] : [value])} />
}
