import { say } from '../../model/bilingual.js'
import type { CitationRecord, Extraction } from '../../model/extraction.js'
import { foldWords } from '../../model/fold.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck } from '../check.js'
import { titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { readForm, titleWords } from '../mentions.js'

/** A title of fewer words of its own says too little to be looked for. */
const LEAST_WORDS = 4
/** Below this share of a title's words the body does not speak of its matter. */
const LEAST_SHARE = 0.34

const nameOf = (citation: CitationRecord): string | null => readForm(citation) ?? citation.name

/** Where the recitals end: at the first heading. */
const bodyStart = ({ sections, text }: Extraction): number => sections[0]?.span.start ?? text.length

function isUsed(citation: CitationRecord, extraction: Extraction, body: ReadonlySet<string>, tables: AuditTables): boolean {
  const name = nameOf(citation)
  if (extraction.citations.some(other => other.span.start >= bodyStart(extraction) && nameOf(other) === name)) return true
  const words = titleWords(extraction.text, citation, tables)
  if (words.length < LEAST_WORDS) return true
  return words.filter(word => body.has(word)).length >= words.length * LEAST_SHARE
}

/**
 * A legal basis that the document never uses: neither cited again nor speaking of anything the body speaks of. Laws are passed over: they give
 * the power to decide and need not be used (Decree 30/2020/NĐ-CP, appendix I, asks for them first).
 */
export const recitalUnused: DocumentCheck = {
  id: 'citation.recital-unused',
  name: say('Legal basis not used', 'Căn cứ không được dùng đến'),
  about: 'A recital names a document that the body neither cites nor shares the matter of.',
  scope: 'document',
  inspect: (document, tables) => {
    const { extraction } = document
    const from = bodyStart(extraction)
    const body = new Set(foldWords(extraction.text.slice(from)).match(/[a-z0-9]+/g) ?? [])
    if (body.size < 200) return []
    return extraction.citations
      .filter(c => c.relation === 'căn cứ' && c.span.start < from && c.type !== 'Luật' && c.type !== 'Bộ luật' && !isUsed(c, extraction, body, tables))
      .map(c => ({
        severity: 'info',
        message: say(
          `${titleOf(c)} is a legal basis; the body neither cites it nor speaks of its matter.`,
          `${titleInVietnamese(c)} là căn cứ ban hành; phần nội dung không dẫn lại và không nói đến vấn đề của văn bản này.`,
        ),
        at: { document, span: c.span },
      }))
  },
}
