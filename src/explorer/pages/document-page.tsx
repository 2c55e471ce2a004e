import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { RecordPanel } from '../document/record-panel.js'
import { type Kind, kinds, type Mark, marksOf } from '../document/records.js'
import { TextView } from '../document/text-view.js'
import { formatTime } from '../format/values.js'
import { Answered } from '../parts/answer.js'
import { usePageTitle } from '../parts/page-title.js'
import { apiAddress, type DocumentPage as Page, useApi } from '../state/api.js'
import { addressOf, refine } from '../state/location.js'
import { useCheckNames, useIndicatorNames } from '../state/names.js'
import { SettingsContext, useWords } from '../state/settings.js'
import type { Words } from '../words/vi.js'

const kindWords: Readonly<Record<Kind, keyof Words>> = {
  target: 'targets',
  citation: 'citations',
  agency: 'agencies',
  deadline: 'deadlines',
  finding: 'findings',
  note: 'footnotes',
}

function Metadata({ page }: { readonly page: Page }) {
  const words = useWords()
  const d = page.document
  const others = page.versions.flatMap(v => (v.id === page.id ? [] : (v.file ?? v.id))).join(', ')
  const rows: [string, string | null | undefined][] = [
    [words.number, d.number],
    [words.type, d.type],
    [words.issuer, d.issuer],
    [words.province, d.province?.name],
    [words.issued, [d.place, formatTime(d.date)].filter(Boolean).join(', ')],
    [words.effective, formatTime(d.effectiveDate)],
    [words.period, formatTime(d.period)],
    [words.signer, [d.signerTitle, d.signer].filter(Boolean).join(' ')],
    [words.source, page.source.file],
    ...(others ? ([[words.versions, others]] as [string, string][]) : []),
  ]
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || <span class="quiet">{words.unknown}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

function Outline({ page }: { readonly page: Page }) {
  const words = useWords()
  return (
    <nav class="outline" aria-label={words.outline}>
      <details open={matchMedia('(min-width: 60rem)').matches}>
        <summary>{words.outline}</summary>
        <ul>
          {page.sections.map(section => (
            <li key={section.id} class={`depth-${Math.min(6, section.depth)}`}>
              <a href={`#muc-${section.id}`}>
                <span>
                  {section.label} {section.title}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  )
}

/** The mark that an address points at by its place in the text: the narrowest that covers it. */
function markAt(marks: readonly Mark[], place: string | null): Mark | null {
  const [start, end] = (place ?? '').split('-').map(Number)
  if (start === undefined || end === undefined || Number.isNaN(start + end)) return null
  const covering = marks.filter(mark => mark.start <= start && end <= mark.end)
  return covering.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? marks.find(mark => mark.start < end && start < mark.end) ?? null
}

function Loaded({ page, query }: { readonly page: Page; readonly query: URLSearchParams }) {
  const settings = useContext(SettingsContext)
  const { words } = settings
  const checkName = useCheckNames()
  const indicatorName = useIndicatorNames()
  usePageTitle(page.document.number ?? page.source.file ?? page.id)
  const hidden = useMemo(() => new Set((query.get('an') ?? '').split(',')), [query])
  const all = useMemo(() => marksOf(page, settings, { check: checkName, indicator: indicatorName }), [page, settings, checkName, indicatorName])
  const place = query.get('vi_tri')
  const aimed = useMemo((): Mark | null => {
    const known = markAt(all, place)
    const [start, end] = (place ?? '').split('-').map(Number)
    if (known !== null || start === undefined || end === undefined || !(start < end)) return known
    return { id: 'hit', kind: 'deadline', start, end, title: page.text.slice(start, end), facts: [], section: null, rule: null }
  }, [all, place, page])
  const marks = useMemo(() => [...all.filter(mark => !hidden.has(mark.kind)), ...(aimed?.id === 'hit' ? [aimed] : [])], [all, hidden, aimed])
  const [chosen, setChosen] = useState<string | null>(aimed?.id ?? null)
  const mark = marks.find(m => m.id === chosen) ?? null
  const choose = useCallback((id: string): void => {
    setChosen(id)
    document.getElementById(`ghi-${id}`)?.scrollIntoView({ block: 'center' })
  }, [])
  useEffect(() => {
    if (aimed) choose(aimed.id)
  }, [aimed, choose])
  const toggle = (kind: Kind): void => {
    const next = new Set([...hidden].filter(Boolean))
    if (next.has(kind)) next.delete(kind)
    else next.add(kind)
    refine({ an: [...next].join(',') || null }, true)
  }
  return (
    <>
      <h1>
        {page.document.type} {page.document.number}
      </h1>
      <p class="lead">{page.document.title}</p>
      <div class="document">
        <aside class="side-left">
          <details>
            <summary>{words.metadata}</summary>
            <Metadata page={page} />
          </details>
          <p>
            <a href={addressOf('/trich-dan', { van_ban: page.id })}>{words.restsOn}</a>
          </p>
          <Outline page={page} />
        </aside>
        <TextView page={page} marks={marks} chosen={chosen} onChoose={choose} />
        <aside class="side-right">
          <fieldset class="kinds">
            <legend>{words.kinds}</legend>
            {kinds.map(kind => (
              <label key={kind} class={`kind-switch mark-of-${kind}`}>
                <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
                {words[kindWords[kind]]} ({all.filter(m => m.kind === kind).length})
              </label>
            ))}
          </fieldset>
          {mark && mark.id !== 'hit' && <RecordPanel page={page} mark={mark} />}
          <h2>{words.records}</h2>
          <ol class="records">
            {marks
              .filter(m => m.kind !== 'deadline' && m.kind !== 'agency' && m.kind !== 'note')
              .map(m => (
                <li key={m.id} class={`mark-of-${m.kind}`}>
                  <button type="button" class="plain" aria-pressed={m.id === chosen} onClick={() => choose(m.id)}>
                    {m.title}
                  </button>
                </li>
              ))}
          </ol>
        </aside>
      </div>
    </>
  )
}

/** One document: outline, text, margin. */
export function DocumentPage({ id, query }: { readonly id: string; readonly query: URLSearchParams }) {
  const answer = useApi<Page>(apiAddress(`/documents/${encodeURIComponent(id)}`))
  return <Answered answer={answer}>{page => <Loaded page={page} query={query} />}</Answered>
}
