import type { DocumentCheck, Draft } from '../check.js'

/** A damaged word that touches a target's comparator, hedge or measure, or a document's type. */
export const misprint: DocumentCheck = {
  id: 'text.misprint',
  about: 'A word that figures or citations hang on is plainly misprinted.',
  scope: 'document',
  inspect: (document, tables) =>
    tables.patterns('audit-misprint').flatMap(rule =>
      rule.findAll(document.extraction.text).map((match): Draft => {
        const meant = String(rule.emit.meant)
        const span = match.partSpan('word') ?? match.span
        const printed = document.extraction.text.slice(span.start, span.end)
        return { severity: 'warning', message: `"${printed}" is printed where "${meant}" is meant.`, at: { document, span }, suggestion: meant }
      }),
    ),
}
