import type { AuditDocument } from '../../model/audit.js'
import type { CitationRecord } from '../../model/extraction.js'
import { foldWords } from '../../model/work-key.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { nameOf, titleOf } from '../describe.js'
import { isDay, readForm } from '../mentions.js'
import { symbolKey } from '../read-symbol.js'

/** The note under an attachment's title: "(Kèm theo Quyết định số …)". */
const NOTE = /\([\s*_]*(?:ban hành )?kèm theo[\s*_]*$/i

/** Mentions that mean the document they stand in, by the extraction's word or by the attachment's note. */
function isOwn(document: AuditDocument, citation: CitationRecord): boolean {
  if (citation.self) return true
  const before = document.extraction.text.slice(Math.max(0, citation.span.start - 40), citation.span.start)
  return NOTE.test(before) && citation.type !== null && foldWords(citation.type) === foldWords(document.extraction.document.type ?? '')
}

function ownDraft(document: AuditDocument, citation: CitationRecord): Draft[] {
  const { number, date } = document.extraction.document
  const form = readForm(citation)
  const otherNumber = number !== null && form !== null && symbolKey(number) !== symbolKey(form)
  const otherDate = isDay(date) && isDay(citation.date) && date !== citation.date
  if (!otherNumber && !otherDate) return []
  const said = otherNumber ? titleOf(citation) : `a document of ${citation.date}`
  const own = otherNumber ? nameOf(document) : `${nameOf(document)} is of ${date}`
  return [
    {
      severity: 'warning',
      message: `The text says that it comes with ${said}; the document ${otherNumber ? 'itself is' : ''} ${own}.`.replace(/ {2,}/g, ' '),
      at: { document, span: citation.span },
    },
  ]
}

/** Articles that the document says it has, against those of its tree. */
function missingArticles(document: AuditDocument, tables: AuditTables): Draft[] {
  const articles = new Set(document.extraction.sections.filter(section => section.kind === 'dieu').map(section => /\d+/.exec(section.label)?.[0]))
  if (articles.size === 0) return []
  return tables.patterns('audit-self-reference').flatMap(rule =>
    rule.findAll(document.extraction.text).flatMap(({ span, raw, parts }): Draft[] =>
      articles.has(parts.article)
        ? []
        : [
            {
              severity: 'warning',
              message: `"${raw.replace(/\s+/g, ' ')}" is referred to; the document has no article ${parts.article}.`,
              at: { document, span },
            },
          ],
    ),
  )
}

/** References to the document itself that do not fit it. */
export const unresolvedSelf: DocumentCheck = {
  id: 'citation.unresolved-self',
  about: 'A reference to the document itself names another number or date, or an article that it does not have.',
  scope: 'document',
  inspect: (document, tables) => [
    ...document.extraction.citations.filter(citation => isOwn(document, citation)).flatMap(citation => ownDraft(document, citation)),
    ...missingArticles(document, tables),
  ],
}
