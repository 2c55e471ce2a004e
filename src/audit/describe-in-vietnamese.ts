import type { CitationRecord } from '../model/extraction.js'
import type { Place } from './check.js'
import { titleOf } from './describe.js'
import { footnoteAt } from './footnote-issuer.js'

/** What a mention calls its document: the type and the number-symbol, else the name, which mostly begins with its type. */
export function titleInVietnamese(citation: CitationRecord): string {
  const title = titleOf(citation)
  return citation.type === null || title.toLowerCase().startsWith(citation.type.toLowerCase()) ? title : `${citation.type} ${title}`
}

/** A section's path as people say it: `II/6` is mục II.6; `Điều 1/2` is Điều 1, mục 2. */
function sectionInVietnamese(section: string): string {
  const labels = section.split('/')
  const named = labels.filter(label => /^\p{L}{2,}\s/u.test(label))
  const bare = labels.filter(label => !named.includes(label)).join('.')
  return [...named, ...(bare === '' ? [] : [`mục ${bare}`])].join(', ')
}

/** Footnotes are numbered with raised digits. */
const lowered = (label: string): string => label.normalize('NFKC')

/** Where a mention stands, for brackets behind its value: its footnote, else its section. */
export function placeInVietnamese({ document, span }: Place, section: string | null): string {
  const note = footnoteAt(document.extraction.text, span.start)
  if (note) return `chú thích ${lowered(note.label)}`
  return section === null ? 'phần mở đầu' : sectionInVietnamese(section)
}
