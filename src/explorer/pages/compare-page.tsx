import { levels } from '../../model/vocabulary.js'
import { compareNames, formatFigure, formatTime, levelLetters } from '../format/values.js'
import { Answered } from '../parts/answer.js'
import { Filters, SelectFilter } from '../parts/filters.js'
import { usePageTitle } from '../parts/page-title.js'
import { ProvinceFilter } from '../parts/province-filter.js'
import { ProvinceName } from '../parts/province-name.js'
import { ScrollRegion } from '../parts/scroll-region.js'
import { apiAddress, type Comparison, type Facets, type Listing, type Target, useApi } from '../state/api.js'
import { addressOf } from '../state/location.js'
import { useWords } from '../state/settings.js'

const yearsAhead = ['2024', '2025', '2026', '2027', '2028', '2029', '2030', '2035', '2045']

type Compared = Comparison['provinces'][number]['targets'][number]

/** Where a value stands among those of its row, in five steps from the lowest: rows differ in unit, so heat means something within one only. */
function heatOf(target: Target, row: Comparison): number {
  const values = row.provinces.flatMap(p => p.targets.filter(t => t.unit === target.unit).map(t => t.value))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low === high ? 2 : Math.round((4 * (target.value - low)) / (high - low))
}

/** The same figure at the same level and time is said once, however many sentences say it. */
function distinct(targets: readonly Compared[]): Compared[] {
  const seen = new Map(targets.map(t => [`${formatFigure(t)} ${t.deadline} ${levelLetters(t.levels)}`, t]))
  return [...seen.values()]
}

function Figures({ targets, row }: { readonly targets: readonly Compared[]; readonly row: Comparison }) {
  const words = useWords()
  return (
    <ul class="figures">
      {distinct(targets).map(target => (
        <li key={target.id} class={`heat-${heatOf(target, row)}`}>
          <a href={addressOf(`/so-sanh/${row.indicator}`, { ghi: target.id })} title={target.statementText}>
            {target.hedged && <span title={words.strive}>~</span>}
            {formatFigure(target)}
          </a>
          {target.highest && (
            <span class="highest" title={words.highest}>
              <span aria-hidden="true"> ★</span>
              <span class="unseen"> {words.highest}</span>
            </span>
          )}{' '}
          <small>{[formatTime(target.deadline), levelLetters(target.levels)].filter(Boolean).join(' · ')}</small>
        </li>
      ))}
    </ul>
  )
}

function Matrix({ rows, byLevel }: { readonly rows: readonly Comparison[]; readonly byLevel: string | null }) {
  const words = useWords()
  const codes = new Map(rows.flatMap(row => row.provinces.map(p => [p.province, { code: p.provinceCode ?? '~', now: p.provinceNow }] as const)))
  for (const row of rows) for (const name of row.silent) if (!codes.has(name)) codes.set(name, { code: '~', now: null })
  const provinces = [...codes].sort(([, a], [, b]) => (a.code < b.code ? -1 : 1))
  const ofLevel = (target: Target): boolean => byLevel === null || (target.levels as readonly string[] | null)?.includes(byLevel) === true
  return (
    <ScrollRegion class="matrix-frame" label={words.compare}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.national}</th>
            {provinces.map(([name, { now }]) => (
              <th key={name} scope="col">
                <ProvinceName province={name} now={now} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.indicator}>
              <th scope="row">
                <a href={addressOf(`/so-sanh/${row.indicator}`)}>{row.name ?? row.indicator}</a>
                {row.field && <small>{row.field}</small>}
              </th>
              <td>
                <ul class="figures">
                  {row.national.map(n => (
                    <li key={`${n.document} ${n.deadline} ${n.level}`} title={n.wording}>
                      {formatFigure({ ...n, valueMax: null, unitNoun: null, denominator: null, change: null })}{' '}
                      <small>{[formatTime(n.deadline), levelLetters(n.level === null ? null : [n.level])].filter(Boolean).join(' · ')}</small>
                    </li>
                  ))}
                </ul>
              </td>
              {provinces.map(([name]) => {
                const column = row.provinces.find(p => p.province === name)
                const targets = column?.targets.filter(ofLevel) ?? []
                const more = (column?.count ?? 0) - (column?.targets.length ?? 0)
                return targets.length + more === 0 ? (
                  <td key={name} class="silent">
                    <span>{words.silent}</span>
                  </td>
                ) : (
                  <td key={name}>
                    <Figures targets={targets} row={row} />
                    {more > 0 && <a href={addressOf(`/so-sanh/${row.indicator}`)}>+{more}</a>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Provinces of which nothing is stored: they are not silent, they are not known. */
function WithoutDocument({ rows }: { readonly rows: readonly Comparison[] }) {
  const words = useWords()
  const names = [...new Set(rows.flatMap(row => row.noDocument))].sort(compareNames)
  if (names.length === 0) return null
  return (
    <details>
      <summary>
        {words.withoutDocument} ({names.length})
      </summary>
      <p class="reading">{names.join(', ')}</p>
    </details>
  )
}

/** Indicators by province. */
export function ComparePage({ query }: { readonly query: URLSearchParams }) {
  const words = useWords()
  usePageTitle(words.compare)
  const [field, year, level, province, role] = [query.get('linh_vuc'), query.get('nam'), query.get('cap'), query.get('tinh'), query.get('loai')]
  const question = { field, deadline: year, province, role }
  const facets = useApi<Facets>(apiAddress('/facets'))
  const answer = useApi<Listing<Comparison>>(apiAddress('/comparisons', { ...question, limit: 200 }))
  const known = facets.state === 'ready' ? facets.data : null
  return (
    <div class="columns">
      <Filters>
        <SelectFilter name="linh_vuc" label={words.field} value={field} all={words.all} options={known?.fields ?? (field === null ? [] : [field])} />
        <SelectFilter name="nam" label={words.year} value={year} all={words.all} options={yearsAhead} />
        <SelectFilter name="cap" label={words.level} value={level} all={words.all} options={levels} />
        <ProvinceFilter known={known} value={province} />
        <SelectFilter
          name="loai"
          label={words.role}
          value={role ?? 'target'}
          options={[
            { value: 'target', label: words.target },
            { value: 'result', label: words.result },
          ]}
        />
        <a class="button" href={apiAddress('/comparisons', { ...question, format: 'csv' })} download>
          {words.downloadCsv}
        </a>
      </Filters>
      <section>
        <h1>{words.compare}</h1>
        <Answered answer={answer} isEmpty={data => data.items.length === 0}>
          {data => (
            <>
              <Matrix rows={data.items} byLevel={level ?? null} />
              <p class="quiet">{words.matrixKey}</p>
              <WithoutDocument rows={data.items} />
            </>
          )}
        </Answered>
      </section>
    </div>
  )
}
