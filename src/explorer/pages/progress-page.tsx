import { formatFigure, formatTime } from '../format/values.js'
import { Answered } from '../parts/answer.js'
import { DataTable } from '../parts/data-table.js'
import { Filters, SelectFilter } from '../parts/filters.js'
import { usePageTitle } from '../parts/page-title.js'
import { ProvinceFilter } from '../parts/province-filter.js'
import { apiAddress, type Facets, type Listing, type Progress, useApi } from '../state/api.js'
import { placeAddress } from '../state/location.js'
import { useLanguage, useWords } from '../state/settings.js'
import type { Words } from '../words/vi.js'

const stateWords: Readonly<Record<Progress['state'], keyof Words>> = { reached: 'reached', 'not reached': 'notReached', 'not comparable': 'notComparable' }

type Figured = Progress['result']

function Place({ figure }: { readonly figure: Figured }) {
  return (
    <>
      <a href={placeAddress(figure.documentId, figure.span)} title={figure.statementText}>
        {formatFigure(figure)}
      </a>{' '}
      <small>{[formatTime(figure.deadline), figure.document].filter(Boolean).join(' · ')}</small>
    </>
  )
}

/** Reported results beside the targets they answer. */
export function ProgressPage({ query }: { readonly query: URLSearchParams }) {
  const words = useWords()
  const language = useLanguage()
  usePageTitle(words.progress)
  const province = query.get('tinh')
  const state = query.get('trang_thai')
  const facets = useApi<Facets>(apiAddress('/facets'))
  const known = facets.state === 'ready' ? facets.data : null
  const answer = useApi<Listing<Progress>>(apiAddress('/progress', { province, limit: 1000 }))
  const rowsOf = (data: Listing<Progress>): readonly Progress[] => data.items.filter(row => state === null || row.state === state)
  return (
    <div class="columns">
      <Filters>
        <ProvinceFilter known={known} value={province} />
        <SelectFilter
          name="trang_thai"
          label={words.state}
          value={state}
          all={words.all}
          options={(Object.keys(stateWords) as Progress['state'][]).map(s => ({ value: s, label: words[stateWords[s]] }))}
        />
      </Filters>
      <section>
        <h1>{words.progress}</h1>
        <Answered answer={answer} isEmpty={data => rowsOf(data).length === 0}>
          {data => (
            <DataTable label={words.progress} head={[words.province, words.indicator, words.target, words.result, words.state, words.why]}>
              {rowsOf(data).map(row => (
                <tr key={`${row.result.id}-${row.target?.id}`}>
                  <td>{row.province}</td>
                  <td>{row.indicatorName ?? row.indicator ?? row.result.subject}</td>
                  <td>{row.target ? <Place figure={row.target} /> : row.plan && `“${row.plan}”`}</td>
                  <td>
                    <Place figure={row.result} />
                  </td>
                  <td>
                    <span class={`state state-${row.state.replace(' ', '-')}`}>{words[stateWords[row.state]]}</span>
                  </td>
                  <td>{language === 'vi' ? row.whyVi : row.why}</td>
                </tr>
              ))}
            </DataTable>
          )}
        </Answered>
      </section>
    </div>
  )
}
