import { lazy, Suspense } from 'preact/compat'
import { fileNameOf } from '../../model/file-name.js'
import { groupBy } from '../../model/group.js'
import { relations } from '../../model/vocabulary.js'
import { citationName, formatTime } from '../format/values.js'
import { Answered, Waiting } from '../parts/answer.js'
import { DataTable } from '../parts/data-table.js'
import { Filters, SelectFilter } from '../parts/filters.js'
import { usePageTitle } from '../parts/page-title.js'
import { apiAddress, type Citation, type DocumentCitations, type DocumentRow, type Finding, type Graph, type Listing, useApi } from '../state/api.js'
import { addressOf, goTo, placeAddress } from '../state/location.js'
import { useWords } from '../state/settings.js'
import { FindingCard } from './audit-page.js'

/** Drawn by forces; the library comes with the first graph. */
const CitationGraph = lazy(() => import('../charts/citation-graph.js').then(module => module.CitationGraph))

/** Mentions of one work with one relation, as one line. */
const grouped = (citations: readonly Citation[], keyOf: (citation: Citation) => string): readonly (readonly Citation[])[] => [
  ...groupBy(citations, citation => `${keyOf(citation)}\n${citation.relation}`).values(),
]

function CitationTable({ title, groups, citing }: { readonly title: string; readonly groups: readonly (readonly Citation[])[]; readonly citing: boolean }) {
  const words = useWords()
  return (
    <section>
      <h2>
        {title} ({groups.length})
      </h2>
      <DataTable label={title} head={[words.relation, citing ? words.documents : words.cited, words.issued, { figure: words.mentions }]}>
        {groups.map(group => {
          const first = group[0] as Citation
          return (
            <tr key={first.id}>
              <td>{first.relation}</td>
              <td>
                <a href={placeAddress(first.documentId, first.span)}>
                  {citing ? [first.document, first.province].filter(Boolean).join(' · ') : citationName(first)}
                </a>{' '}
                {!citing && first.citedDocumentId !== null && <a href={addressOf(`/van-ban/${first.citedDocumentId}`)}>↗</a>}
              </td>
              <td>{formatTime(citing ? first.documentDate : (group.find(c => c.date !== null)?.date ?? null))}</td>
              <td class="figure">{group.length}</td>
            </tr>
          )
        })}
      </DataTable>
    </section>
  )
}

function OfDocument({ id }: { readonly id: string }) {
  const words = useWords()
  const answer = useApi<DocumentCitations>(apiAddress(`/documents/${encodeURIComponent(id)}/citations`))
  const findings = useApi<Listing<Finding>>(apiAddress('/findings', { document: id, check: 'citation', severity: 'warning' }))
  return (
    <>
      {findings.state === 'ready' && findings.data.items.length > 0 && (
        <section>
          <h2>
            {words.conflicts} ({findings.data.items.length})
          </h2>
          {findings.data.items.map(finding => (
            <FindingCard key={`${finding.check}-${finding.span.start}`} finding={finding} />
          ))}
        </section>
      )}
      <Answered answer={answer}>
        {data => (
          <>
            <CitationTable title={words.restsOn} groups={grouped(data.restsOn, c => c.resolvedWork ?? c.work ?? citationName(c))} citing={false} />
            <CitationTable title={words.citedBy} groups={grouped(data.citedBy, c => c.documentId)} citing />
          </>
        )}
      </Answered>
    </>
  )
}

/** What documents rest on and who cites them: as lists and as a graph. */
export function CitationsPage({ query }: { readonly query: URLSearchParams }) {
  const words = useWords()
  usePageTitle(words.citations)
  const [document, relation] = [query.get('van_ban'), query.get('quan_he')]
  const documents = useApi<Listing<DocumentRow>>(apiAddress('/documents', { limit: 1000 }))
  const graph = useApi<Graph>(apiAddress('/graph', { from: document, relation }))
  const findings = useApi<Listing<Finding>>(apiAddress('/findings', { check: 'citation', severity: 'warning', limit: 1000 }))
  const conflicting = new Set(findings.state === 'ready' ? findings.data.items.flatMap(f => [f.documentId, ...f.related.map(r => r.documentId)]) : [])
  const open = (node: Graph['nodes'][number]): void => {
    if (node.kind === 'document') goTo(addressOf('/trich-dan', { van_ban: node.id }))
    else goTo(addressOf('/tim', { q: node.label }))
  }
  return (
    <div class="columns">
      <Filters>
        <SelectFilter
          name="van_ban"
          label={words.chooseDocument}
          value={document}
          all={words.all}
          options={(documents.state === 'ready' ? documents.data.items : []).map(d => ({
            value: d.id,
            label: [d.document ?? (d.file && fileNameOf(d.file)), d.province].filter(Boolean).join(' · '),
          }))}
        />
        <SelectFilter name="quan_he" label={words.relation} value={relation} all={words.all} options={relations} />
        <a class="button" href={apiAddress('/citations', { from: document, relation, format: 'csv' })} download>
          {words.downloadCsv}
        </a>
      </Filters>
      <section>
        <h1>{words.citations}</h1>
        <Answered answer={graph} isEmpty={data => data.nodes.length === 0}>
          {data => (
            <Suspense fallback={<Waiting />}>
              <CitationGraph graph={data} conflicting={conflicting} onOpen={open} />
            </Suspense>
          )}
        </Answered>
        {document !== null && <OfDocument key={document} id={document} />}
      </section>
    </div>
  )
}
