import type { CitationRecord } from '../../model/extraction.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { titleOf } from '../describe.js'
import { groupBy, isDay, numberedMentions } from '../mentions.js'
import type { DocumentSymbol } from '../read-symbol.js'

/** What ended, and its last day. */
interface Ended {
  readonly name: string
  readonly until: string
}

function endedBody(symbol: DocumentSymbol, tables: AuditTables): Ended | null {
  const body = symbol.body === null ? null : tables.bodyOfCode(symbol.body)
  return body?.until ? { name: `${body.name} (${symbol.body})`, until: body.until } : null
}

function endedLevel({ issuer }: CitationRecord, tables: AuditTables): Ended | null {
  if (issuer === null) return null
  const rule = tables.patterns('audit-abolished').find(row => row.findAll(issuer).length > 0)
  return rule ? { name: String(rule.emit.level), until: String(rule.emit.until) } : null
}

/** A document of a body that did not exist any more on the date printed with it. */
export const issuerAbolished: DocumentCheck = {
  id: 'citation.issuer-abolished',
  about: 'The body that issued a cited document no longer existed on the date printed with it.',
  scope: 'document',
  inspect: (document, tables) =>
    [...groupBy(numberedMentions(document, tables), mention => mention.key).values()].flatMap((mentions): Draft[] => {
      const late = mentions.flatMap(({ citation, symbol }) => {
        const ended = [endedBody(symbol, tables), endedLevel(citation, tables), tables.endedProvince(citation.issuer ?? '', citation.date)]
        const first = ended.find(one => one !== null && isDay(citation.date) && citation.date > one.until)
        return first ? [{ citation, ended: first }] : []
      })
      const [first, ...others] = late
      if (!first) return []
      const { citation, ended } = first
      const message = `${titleOf(citation)} is dated ${citation.date}; ${ended.name} existed until ${ended.until}.`
      const related = others.map(other => ({ document, span: other.citation.span }))
      return [{ severity: 'warning', message, at: { document, span: citation.span }, related }]
    }),
}
