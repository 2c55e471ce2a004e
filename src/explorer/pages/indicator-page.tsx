import { useMemo } from 'preact/hooks'
import { IndicatorCharts } from '../charts/indicator-charts.js'
import { compareNames, formatFigure, formatTime } from '../format/values.js'
import { Answered } from '../parts/answer.js'
import { DataTable } from '../parts/data-table.js'
import { SelectFilter } from '../parts/filters.js'
import { usePageTitle } from '../parts/page-title.js'
import { ProvinceName } from '../parts/province-name.js'
import { TargetCard } from '../parts/target-card.js'
import { apiAddress, type Comparison, type Listing, type Target, useApi } from '../state/api.js'
import { placeAddress, refine } from '../state/location.js'
import { useWords } from '../state/settings.js'

function TargetTable({ targets }: { readonly targets: readonly Target[] }) {
  const words = useWords()
  return (
    <DataTable label={words.targets} head={[words.province, { figure: words.value }, words.year, words.level, words.statement]}>
      {targets.map(target => (
        <tr key={target.id}>
          <td>
            <ProvinceName province={target.province} now={target.provinceNow} />
          </td>
          <td class="figure">{formatFigure(target)}</td>
          <td>{formatTime(target.deadline)}</td>
          <td>{target.levels?.join(', ')}</td>
          <td>
            <a href={placeAddress(target.documentId, target.span)}>{target.statementText}</a> <small>{target.document}</small>
          </td>
        </tr>
      ))}
    </DataTable>
  )
}

function Indicator({ comparison, query }: { readonly comparison: Comparison; readonly query: URLSearchParams }) {
  const words = useWords()
  usePageTitle(comparison.name ?? comparison.indicator)
  const order = query.get('xep') ?? 'gia_tri'
  const targets = useMemo(() => {
    const all = comparison.provinces.flatMap(p => p.targets)
    return order === 'gia_tri' ? all.toSorted((a, b) => b.value - a.value || compareNames(a.province ?? '', b.province ?? '')) : all
  }, [comparison, order])
  const chosen = targets.find(target => target.id === query.get('ghi')) ?? null
  return (
    <>
      <h1>{comparison.name ?? comparison.indicator}</h1>
      <p class="quiet">
        <code>{comparison.indicator}</code> {comparison.field}
      </p>
      <SelectFilter
        name="xep"
        label={words.sort}
        value={order}
        options={[
          { value: 'gia_tri', label: words.byValue },
          { value: 'tinh', label: words.byOrder },
        ]}
      />
      <IndicatorCharts targets={targets} national={comparison.national} onChoose={id => refine({ ghi: id }, true)} />
      <div aria-live="polite">{chosen && <TargetCard target={chosen} />}</div>
      {comparison.silent.length > 0 && (
        <p>
          <strong>{words.silentProvinces}:</strong> {comparison.silent.join(', ')}
        </p>
      )}
      <p>
        <a class="button" href={apiAddress('/targets', { indicator: comparison.indicator, format: 'csv' })} download>
          {words.downloadCsv}
        </a>
      </p>
      <TargetTable targets={targets} />
    </>
  )
}

/** One indicator: where each province stands, how it is to change, and the sentences. */
export function IndicatorPage({ id, query }: { readonly id: string; readonly query: URLSearchParams }) {
  const answer = useApi<Listing<Comparison>>(apiAddress('/comparisons', { indicator: id, limit: 50, each: 1000 }))
  return (
    <Answered answer={answer} isEmpty={data => !data.items.some(row => row.indicator === id)}>
      {data => <Indicator comparison={data.items.find(row => row.indicator === id) as Comparison} query={query} />}
    </Answered>
  )
}
