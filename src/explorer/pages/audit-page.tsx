import { fileNameOf } from '../../model/file-name.js'
import { groupBy } from '../../model/group.js'
import { severities } from '../../model/vocabulary.js'
import { Answered } from '../parts/answer.js'
import { Filters, SelectFilter } from '../parts/filters.js'
import { usePageTitle } from '../parts/page-title.js'
import { apiAddress, type DocumentRow, type Finding, type Listing, useApi } from '../state/api.js'
import { addressOf, placeAddress } from '../state/location.js'
import { useCheckNames } from '../state/names.js'
import { useLanguage, useWords } from '../state/settings.js'

/** A finding with the words on both sides. */
export function FindingCard({ finding }: { readonly finding: Finding }) {
  const language = useLanguage()
  const words = useWords()
  return (
    <article class={`card severity-${finding.severity}`}>
      <header>
        <strong class={`severity severity-${finding.severity}`}>{words[finding.severity]}</strong>{' '}
        <a href={addressOf(`/van-ban/${finding.documentId}`)}>{finding.document}</a>
      </header>
      <p>{language === 'vi' ? finding.messageVi : finding.message}</p>
      <div class="sides">
        <blockquote>
          <a href={placeAddress(finding.documentId, finding.span)}>{finding.quote}</a>
        </blockquote>
        {finding.related.map(place => (
          <blockquote key={`${place.documentId}-${place.span.start}`}>
            <a href={placeAddress(place.documentId, place.span)}>{place.quote}</a> <small>{place.document}</small>
          </blockquote>
        ))}
      </div>
      {finding.suggestion && (
        <p>
          <strong>{words.suggestion}:</strong> {finding.suggestion}
        </p>
      )}
    </article>
  )
}

/** Findings grouped by check, the gravest first. */
export function GroupedFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const nameOf = useCheckNames()
  const groups = groupBy(findings, finding => finding.check)
  const gravest = (its: readonly Finding[]): number => Math.min(...its.map(f => severities.indexOf(f.severity)))
  const ordered = [...groups].sort(([a, x], [b, y]) => gravest(x) - gravest(y) || (a < b ? -1 : 1))
  return (
    <>
      {ordered.map(([check, its]) => (
        <section key={check}>
          <h2>
            {nameOf(check)} ({its.length})
          </h2>
          {its.map(finding => (
            <FindingCard key={`${finding.documentId}-${finding.span.start}-${finding.message}`} finding={finding} />
          ))}
        </section>
      ))}
    </>
  )
}

/** What a careful clerk would point at. */
export function AuditPage({ query }: { readonly query: URLSearchParams }) {
  const words = useWords()
  usePageTitle(words.audit)
  const severity = query.get('muc_do') ?? 'warning'
  const [check, document] = [query.get('phep'), query.get('van_ban')]
  const question = { severity, check, document }
  const answer = useApi<Listing<Finding>>(apiAddress('/findings', { ...question, limit: 1000 }))
  const documents = useApi<Listing<DocumentRow>>(apiAddress('/documents', { limit: 1000 }))
  const nameOf = useCheckNames()
  const checks = answer.state === 'ready' ? [...new Set([...answer.data.items.map(f => f.check), ...(check === null ? [] : [check])])].sort() : []
  return (
    <div class="columns">
      <Filters>
        <SelectFilter name="muc_do" label={words.severity} value={severity} options={severities.map(s => ({ value: s, label: words[s] }))} />
        <SelectFilter name="phep" label={words.check} value={check} all={words.all} options={checks.map(c => ({ value: c, label: nameOf(c) }))} />
        <SelectFilter
          name="van_ban"
          label={words.documents}
          value={document}
          all={words.all}
          options={(documents.state === 'ready' ? documents.data.items : []).map(d => ({
            value: d.id,
            label: [d.document ?? (d.file && fileNameOf(d.file)), d.province].filter(Boolean).join(' · '),
          }))}
        />
        <a class="button" href={apiAddress('/findings', { ...question, format: 'csv' })} download>
          {words.downloadCsv}
        </a>
        <a class="button" href={apiAddress('/findings.sarif', question)} download>
          {words.downloadSarif}
        </a>
        <a class="button" href={apiAddress('/findings.html', question)} download>
          {words.printReport}
        </a>
      </Filters>
      <section>
        <h1>{words.audit}</h1>
        <Answered answer={answer} isEmpty={data => data.items.length === 0}>
          {data => <GroupedFindings findings={data.items} />}
        </Answered>
      </section>
    </div>
  )
}
