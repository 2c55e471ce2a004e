import { fileNameOf } from '../../model/file-name.js'
import { compareNames, formatTime } from '../format/values.js'
import { Answered } from '../parts/answer.js'
import { DataTable } from '../parts/data-table.js'
import { Filters, SelectFilter } from '../parts/filters.js'
import { usePageTitle } from '../parts/page-title.js'
import { ProvinceFilter } from '../parts/province-filter.js'
import { ProvinceName } from '../parts/province-name.js'
import { apiAddress, type DocumentRow, type Facets, type Finding, type Listing, useApi } from '../state/api.js'
import { addressOf } from '../state/location.js'
import { useWords } from '../state/settings.js'

/** What is in the database. */
export function DocumentsPage({ query }: { readonly query: URLSearchParams }) {
  const words = useWords()
  usePageTitle(words.documents)
  const [province, type, year] = [query.get('tinh'), query.get('loai'), query.get('nam')]
  const facets = useApi<Facets>(apiAddress('/facets'))
  const answer = useApi<Listing<DocumentRow>>(apiAddress('/documents', { province, type, limit: 1000 }))
  const findings = useApi<Listing<Finding>>(apiAddress('/findings', { severity: 'warning', limit: 1000 }))
  const known = facets.state === 'ready' ? facets.data : null
  const counts = new Map<string, number>()
  if (findings.state === 'ready') for (const { documentId } of findings.data.items) counts.set(documentId, (counts.get(documentId) ?? 0) + 1)
  const rowsOf = (data: Listing<DocumentRow>): readonly DocumentRow[] => data.items.filter(row => year === null || row.date?.startsWith(year))
  return (
    <div class="columns">
      <Filters>
        <ProvinceFilter known={known} value={province} />
        <SelectFilter
          name="loai"
          label={words.type}
          value={type}
          all={words.all}
          options={[...(known?.types ?? [])]
            .sort((a, b) => compareNames(a.value, b.value))
            .map(t => ({ value: t.value, label: `${t.value} (${t.documents})` }))}
        />
        <SelectFilter
          name="nam"
          label={words.issueYear}
          value={year}
          all={words.all}
          options={(known?.years ?? []).map(y => ({ value: y.value, label: `${y.value} (${y.documents})` }))}
        />
        <a class="button" href={apiAddress('/documents', { province, type, format: 'csv' })} download>
          {words.downloadCsv}
        </a>
      </Filters>
      <section>
        <h1>{words.documents}</h1>
        <Answered answer={answer} isEmpty={data => rowsOf(data).length === 0}>
          {data => (
            <DataTable
              label={words.documents}
              head={[
                words.number,
                words.title,
                words.province,
                words.issued,
                { figure: words.targets },
                { figure: words.results },
                { figure: words.citations },
                { figure: words.findings },
              ]}
            >
              {rowsOf(data).map(row => (
                <tr key={row.id}>
                  <th scope="row">
                    <a href={addressOf(`/van-ban/${row.id}`)}>{row.document ?? (row.file && fileNameOf(row.file)) ?? row.id}</a>
                  </th>
                  <td>
                    {row.type && <small>{row.type}</small>} {row.title}
                  </td>
                  <td>
                    <ProvinceName province={row.province} now={row.provinceNow} />
                  </td>
                  <td>{formatTime(row.date)}</td>
                  <td class="figure">{row.targets}</td>
                  <td class="figure">{row.results}</td>
                  <td class="figure">{row.citations}</td>
                  <td class="figure">{counts.has(row.id) ? <a href={addressOf('/kiem-tra', { van_ban: row.id })}>{counts.get(row.id)}</a> : ''}</td>
                </tr>
              ))}
            </DataTable>
          )}
        </Answered>
      </section>
    </div>
  )
}
