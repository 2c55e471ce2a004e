import { useState } from 'preact/hooks'
import type { DocumentPage } from '../state/api.js'
import { useWords } from '../state/settings.js'
import type { Mark } from './records.js'

/** The words that name a place for a footnote of one's own: number, date, section and quote. */
function citationOf(page: DocumentPage, mark: Mark): string {
  const { type, number, issuer, date } = page.document
  const day = date?.split('-').reverse().join('/')
  const name = [type, number, day && `ngày ${day}`, issuer && `của ${issuer}`].filter(Boolean).join(' ') || (page.source.file ?? page.id)
  return `${name}${mark.section === null ? '' : `, mục ${mark.section}`}: “${page.text.slice(mark.start, mark.end).replace(/\s+/g, ' ')}”`
}

const pageOf = (page: DocumentPage, at: number): number | null => page.pages?.find(p => p.start <= at && at < p.end)?.number ?? null

/** What one mark was read as: value, rule, section, and its words as a citation to copy. */
export function RecordPanel({ page, mark }: { readonly page: DocumentPage; readonly mark: Mark }) {
  const words = useWords()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(citationOf(page, mark))
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  const number = pageOf(page, mark.start)
  return (
    <article class={`card mark-of-${mark.kind}`} aria-live="polite">
      <h3>{mark.title}</h3>
      <dl>
        {mark.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {mark.section && (
          <div>
            <dt>{words.section}</dt>
            <dd>{mark.section}</dd>
          </div>
        )}
        {number !== null && (
          <div>
            <dt>{words.page}</dt>
            <dd>{number}</dd>
          </div>
        )}
        {mark.rule && (
          <div>
            <dt>{words.rule}</dt>
            <dd>
              <code>{mark.rule}</code>
            </dd>
          </div>
        )}
      </dl>
      <button type="button" onClick={() => void copy()}>
        {copied ? words.copied : words.copyCitation}
      </button>
    </article>
  )
}
