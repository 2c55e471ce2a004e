import { say } from '../../model/bilingual.js'
import type { DocumentCheck, Draft } from '../check.js'

/** A damaged word that touches a target's comparator, hedge or measure, or a document's type. */
export const misprint: DocumentCheck = {
  id: 'text.misprint',
  name: say('Misprint', 'Lỗi in'),
  about: 'A word that figures or citations hang on is plainly misprinted.',
  scope: 'document',
  inspect: (document, tables) =>
    tables.patterns('audit-misprint').flatMap(rule =>
      rule.findAll(document.extraction.text).map((match): Draft => {
        const meant = String(rule.emit.meant)
        const span = match.partSpan('word') ?? match.span
        const printed = document.extraction.text.slice(span.start, span.end)
        const message = say(`"${printed}" is printed where "${meant}" is meant.`, `In “${printed}” trong khi ý là “${meant}”.`)
        return { severity: 'warning', message, at: { document, span }, suggestion: meant }
      }),
    ),
}
