import type { Finding, RelatedPlace } from '../model/audit.js'
import type { FindingSource, ReportedCheck } from './findings-report.js'

const names = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' } as const

/** Text that can stand in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] as string)

const STYLE = `
:root{color-scheme:light dark;--line:#8886;--quote:#d9a40033}
body{font:16px/1.5 "Be Vietnam Pro",system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2.5rem;border-bottom:1px solid var(--line)}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.2rem 1rem .2rem 0;text-align:left}
article{margin:1rem 0;padding-left:.8rem;border-left:4px solid var(--line);break-inside:avoid}
article.error{border-color:#c0392b}article.warning{border-color:#b9770e}article.info{border-color:#2874a6}
p{margin:.2rem 0}.place{font-size:.9rem;opacity:.8}mark{background:var(--quote);color:inherit}
.quotes{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:.8rem}blockquote{margin:.3rem 0;padding:.3rem .6rem;border:1px solid var(--line)}
@media print{body{max-width:none;margin:0}a{color:inherit}}`

/** The words around a place with the place marked. */
function passage(place: RelatedPlace, source: FindingSource | undefined): string {
  // Two documents may bear one number: only the text that holds the quote at its place is shown around it.
  if (source?.text.slice(place.span.start, place.span.end) !== place.quote) return `<mark>${escapeHtml(place.quote)}</mark>`
  const { start, end } = place.span
  const from = Math.max(0, source.text.lastIndexOf('\n', start - 1) + 1, start - 120)
  const stop = source.text.indexOf('\n', end)
  const to = Math.min(stop < 0 ? source.text.length : stop, end + 120)
  return `${from > 0 ? '…' : ''}${escapeHtml(source.text.slice(from, start))}<mark>${escapeHtml(source.text.slice(start, end))}</mark>${escapeHtml(source.text.slice(end, to))}`
}

function article(f: Finding, sources: ReadonlyMap<string, FindingSource>): string {
  const quotes = [f, ...f.related].map(
    place =>
      `<blockquote><p class="place">${escapeHtml(place.document)}, ${place.span.start}–${place.span.end}</p>${passage(place, sources.get(place.document))}</blockquote>`,
  )
  const suggestion = f.suggestion === null ? '' : `<p>Giá trị đối chiếu: <strong>${escapeHtml(f.suggestion)}</strong></p>`
  return `<article class="${f.severity}"><p><strong>${names[f.severity]}</strong> · ${escapeHtml(f.document)}</p><p>${escapeHtml(f.messageVi)}</p>${suggestion}<div class="quotes">${quotes.join('')}</div></article>`
}

/** Findings as one HTML page without scripts or outside requests, which prints well: grouped by check, both quotes side by side. */
export function findingsToHtml(findings: readonly Finding[], checks: readonly ReportedCheck[], sources: ReadonlyMap<string, FindingSource>): string {
  const groups = checks.map(check => ({ check, own: findings.filter(f => f.check === check.id) })).filter(g => g.own.length > 0)
  const counts = (['error', 'warning', 'info'] as const).map(s => `<tr><th>${names[s]}</th><td>${findings.filter(f => f.severity === s).length}</td></tr>`)
  const sections = groups.map(
    ({ check, own }) => `<section><h2>${escapeHtml(check.name.vi)} (${own.length})</h2>${own.map(f => article(f, sources)).join('\n')}</section>`,
  )
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Kiểm tra trích dẫn và chỉ tiêu</title><style>${STYLE}</style></head>
<body><h1>Kiểm tra trích dẫn và chỉ tiêu</h1><table>${counts.join('')}</table>
${sections.join('\n')}
</body></html>
`
}
