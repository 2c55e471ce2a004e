import { useState } from 'preact/hooks'
import type { Problem } from '../../serve/http/problem.js'
import { formatFigure, formatTime } from '../format/values.js'
import { Failure, Waiting } from '../parts/answer.js'
import { DataTable } from '../parts/data-table.js'
import { usePageTitle } from '../parts/page-title.js'
import { ApiError, apiAddress, ask, type Comparison, type DraftReport, useApi } from '../state/api.js'
import { goTo } from '../state/location.js'
import { useLanguage, useWords } from '../state/settings.js'
import { diagnostics } from '../words/diagnostics-vi.js'
import { GroupedFindings } from './audit-page.js'

type Draft =
  | { readonly state: 'none' | 'reading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'read'; readonly file: File; readonly report: DraftReport }

const formOf = (file: File): FormData => {
  const form = new FormData()
  form.set('file', file)
  return form
}

function Neighbours({ comparison }: { readonly comparison: Comparison | undefined }) {
  if (!comparison) return null
  return (
    <ul class="figures">
      {comparison.provinces.map(p => (
        <li key={p.province}>
          {p.province}: {[...new Set(p.targets.map(t => [formatFigure(t), formatTime(t.deadline)].filter(Boolean).join(' · ')))].join('; ')}
        </li>
      ))}
    </ul>
  )
}

function Report({ report }: { readonly report: DraftReport }) {
  const words = useWords()
  const language = useLanguage()
  const { extraction } = report
  const targets = extraction.targets.filter(target => target.role === 'target')
  return (
    <>
      <h2>
        {extraction.document.type} {extraction.document.number}
      </h2>
      <p class="lead">{extraction.document.title}</p>
      {extraction.diagnostics.length > 0 && (
        <section>
          <h2>
            {words.readingNotes} ({extraction.diagnostics.length})
          </h2>
          <ul>
            {extraction.diagnostics.map(d => (
              <li key={`${d.code}-${d.span?.start}`}>
                {(language === 'vi' && diagnostics[d.code]) || d.message} {d.span && <q>{extraction.text.slice(d.span.start, d.span.end).slice(0, 120)}</q>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>
        {words.findings} ({report.findings.length})
      </h2>
      <GroupedFindings findings={report.findings} />
      <h2>
        {words.draftTargets} ({targets.length})
      </h2>
      <DataTable label={words.draftTargets} head={[{ figure: words.value }, words.year, words.statement, words.neighbours]}>
        {targets.map(target => (
          <tr key={target.span.start}>
            <td class="figure">{formatFigure(target)}</td>
            <td>{formatTime(target.deadline)}</td>
            <td>{extraction.text.slice(target.statement.start, target.statement.end)}</td>
            <td>
              <Neighbours comparison={report.neighbours.find(n => n.indicator === target.indicator)} />
            </td>
          </tr>
        ))}
      </DataTable>
    </>
  )
}

/** Drop a draft: what was read, what contradicts, how its targets stand among the neighbours. */
export function UploadPage() {
  const words = useWords()
  usePageTitle(words.upload)
  const [draft, setDraft] = useState<Draft>({ state: 'none' })
  const [over, setOver] = useState(false)
  const capabilities = useApi<{ ingest: boolean; maxUpload: number }>(apiAddress('/capabilities'))
  const fail = (error: unknown): void => {
    if (error instanceof ApiError) setDraft({ state: 'failed', problem: error.problem })
    else throw error
  }
  const read = (file: File | undefined): void => {
    if (!file) return
    setDraft({ state: 'reading' })
    ask<DraftReport>(apiAddress('/drafts'), { method: 'POST', body: formOf(file) }).then(report => setDraft({ state: 'read', file, report }), fail)
  }
  const store = (file: File): void => {
    ask<{ documentId: string }>(apiAddress('/documents'), { method: 'POST', body: formOf(file) }).then(({ documentId }) => goTo(`/van-ban/${documentId}`), fail)
  }
  return (
    <section>
      <h1>{words.upload}</h1>
      <label
        class={over ? 'drop over' : 'drop'}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          read(event.dataTransfer?.files[0])
        }}
      >
        <span>{words.dropFile}</span>
        <input
          type="file"
          accept=".txt,.md,.html,.htm,.pdf,.docx,.doc,.rtf,.odt,.png,.jpg,.jpeg,.tif,.tiff"
          onChange={event => read(event.currentTarget.files?.[0])}
        />
        <span class="quiet">{words.uploadNote}</span>
      </label>
      <div aria-live="polite">
        {draft.state === 'reading' && <Waiting />}
        {draft.state === 'failed' && <Failure problem={draft.problem} />}
        {draft.state === 'read' && (
          <>
            {draft.report.storedAs !== null ? (
              <p>
                <a href={`/van-ban/${draft.report.storedAs}`}>{words.stored}</a>
              </p>
            ) : (
              capabilities.state === 'ready' &&
              capabilities.data.ingest && (
                <button type="button" onClick={() => store(draft.file)}>
                  {words.store}
                </button>
              )
            )}
            <Report report={draft.report} />
          </>
        )}
      </div>
    </section>
  )
}
