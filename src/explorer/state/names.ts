import { useMemo } from 'preact/hooks'
import { apiAddress, type CheckRow, type IndicatorRow, type Listing, useApi } from './api.js'
import { useLanguage } from './settings.js'

type NameOf = (id: string) => string

/** The heading of a check by its id, in the reader's language; the id itself until the names have come. */
export function useCheckNames(): NameOf {
  const language = useLanguage()
  const answer = useApi<Listing<CheckRow>>(apiAddress('/checks'))
  const checks = answer.state === 'ready' ? answer.data.items : null
  return useMemo(() => {
    const names = new Map(checks?.map(check => [check.id, check.name[language]]))
    return id => names.get(id) ?? id
  }, [checks, language])
}

/** The catalogue's name of an indicator by its id; the id itself until the names have come. */
export function useIndicatorNames(): NameOf {
  const answer = useApi<Listing<IndicatorRow>>(apiAddress('/indicators', { limit: 1000 }))
  const indicators = answer.state === 'ready' ? answer.data.items : null
  return useMemo(() => {
    const names = new Map(indicators?.map(({ id, name }) => [id, name]))
    return id => names.get(id) ?? id
  }, [indicators])
}
