import { useMemo } from 'preact/hooks'
import { apiAddress, type CheckRow, type Listing, useApi } from './api.js'
import { useLanguage } from './settings.js'

/** The heading of a check by its id, in the reader's language; the id itself until the names have come. */
export function useCheckNames(): (id: string) => string {
  const language = useLanguage()
  const answer = useApi<Listing<CheckRow>>(apiAddress('/checks'))
  const checks = answer.state === 'ready' ? answer.data.items : null
  return useMemo(() => {
    const names = new Map(checks?.map(check => [check.id, check.name[language]]))
    return id => names.get(id) ?? id
  }, [checks, language])
}
