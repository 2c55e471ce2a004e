import type { AuditDocument } from '../../model/audit.js'
import { say } from '../../model/bilingual.js'
import { foldWords } from '../../model/fold.js'
import type { AuditTables, IssuingBody } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { shorten, titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { footnoteIssuer } from '../footnote-issuer.js'
import { type NumberedMention, numberedMentions } from '../mentions.js'

/** "Ban Chỉ đạo" may be short for "Ban Chỉ đạo Trung ương". */
const isOneKind = (a: IssuingBody, b: IssuingBody): boolean => a.name.startsWith(b.name) || b.name.startsWith(a.name)

/** The body in the symbol, where it and the named one are both known and differ. */
function otherBody(mention: NumberedMention, named: IssuingBody | null, phrase: string, tables: AuditTables): IssuingBody | null {
  const { symbol } = mention
  if (symbol.body === null || symbol.family === 'letter') return null
  const meant = tables.bodyOfCode(symbol.body)
  if (!meant || !named || isOneKind(meant, named)) return null
  return meant.also.some(name => foldWords(phrase).startsWith(name)) ? null : meant
}

function printedIssuer(document: AuditDocument, mention: NumberedMention, tables: AuditTables): Draft[] {
  const { citation, symbol } = mention
  if (citation.issuer === null) return []
  const body = otherBody(mention, tables.bodyOfIssuer(citation.issuer), citation.issuer, tables)
  if (!body) return []
  const message = say(
    `${titleOf(citation)} is ascribed to ${shorten(citation.issuer)}; ${symbol.body} in its symbol stands for ${body.name}.`,
    `${titleInVietnamese(citation)} được ghi là của ${shorten(citation.issuer)}; ký hiệu ${symbol.body} là của ${body.name}.`,
  )
  return [{ severity: namesTodaysBody(document, body, citation.issuer, tables) ? 'info' : 'warning', message, at: { document, span: citation.span } }]
}

/** A circular of a ministry that is gone is often ascribed to the one that took its work over. */
function namesTodaysBody(document: AuditDocument, gone: IssuingBody, issuer: string, tables: AuditTables): boolean {
  const { date } = document.extraction.document
  return gone.until !== null && date !== null && date > gone.until && tables.bodyOfIssuer(issuer)?.until === null
}

/** A footnote may list more than its sentence says, so that this is a remark. */
function footnotedIssuer(document: AuditDocument, mention: NumberedMention, tables: AuditTables): Draft[] {
  const { citation, symbol } = mention
  if (citation.issuer !== null) return []
  const { text } = document.extraction
  const source = footnoteIssuer(text, citation.span.start, tables)
  const body = source && otherBody(mention, source.body, text.slice(source.clause.start, source.clause.start + 80), tables)
  if (!source || !body) return []
  const message = say(
    `${titleOf(citation)} is in a footnote to what ${source.body.name} issued; ${symbol.body} in its symbol stands for ${body.name}.`,
    `${titleInVietnamese(citation)} nằm trong chú thích về văn bản của ${source.body.name}; ký hiệu ${symbol.body} là của ${body.name}.`,
  )
  return [{ severity: 'info', message, at: { document, span: citation.span }, related: [{ document, span: source.clause }] }]
}

/** The issuer that the sentence names is not the body in the symbol: "76/NQ-CP … của Thủ tướng Chính phủ". */
export const issuerMismatch: DocumentCheck = {
  id: 'citation.issuer-mismatch',
  name: say('Issuer against symbol', 'Cơ quan ban hành không khớp ký hiệu'),
  about: 'The issuer that is named is not the body in the symbol.',
  scope: 'document',
  inspect: (document, tables) =>
    numberedMentions(document, tables).flatMap(mention => [...printedIssuer(document, mention, tables), ...footnotedIssuer(document, mention, tables)]),
}
