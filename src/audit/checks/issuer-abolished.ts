import { type Bilingual, say } from '../../model/bilingual.js'
import type { CitationRecord } from '../../model/extraction.js'
import { groupBy } from '../../model/group.js'
import { vietnameseTime } from '../../model/vietnamese-time.js'
import type { AuditTables } from '../audit-tables.js'
import type { DocumentCheck, Draft } from '../check.js'
import { titleOf } from '../describe.js'
import { titleInVietnamese } from '../describe-in-vietnamese.js'
import { isDay, numberedMentions } from '../mentions.js'
import type { DocumentSymbol } from '../read-symbol.js'

/** What ended, and its last day. */
interface Ended {
  readonly name: Bilingual
  readonly until: string
}

function endedBody(symbol: DocumentSymbol, tables: AuditTables): Ended | null {
  const body = symbol.body === null ? null : tables.bodyOfCode(symbol.body)
  if (!body?.until) return null
  const name = `${body.name} (${symbol.body})`
  return { name: say(name, name), until: body.until }
}

function endedLevel({ issuer }: CitationRecord, tables: AuditTables): Ended | null {
  if (issuer === null) return null
  const rule = tables.patterns('audit-abolished').find(row => row.findAll(issuer).length > 0)
  return rule ? { name: say(String(rule.emit.level), String(rule.emit.levelVi)), until: String(rule.emit.until) } : null
}

function endedProvince({ issuer, date }: CitationRecord, tables: AuditTables): Ended | null {
  const province = tables.endedProvince(issuer ?? '', date)
  return province && { name: say(province.name, province.name), until: province.until }
}

/** A document of a body that did not exist any more on the date printed with it. */
export const issuerAbolished: DocumentCheck = {
  id: 'citation.issuer-abolished',
  name: say('Issuer that no longer existed', 'Cơ quan ban hành không còn tồn tại'),
  about: 'The body that issued a cited document no longer existed on the date printed with it.',
  scope: 'document',
  inspect: (document, tables) =>
    [...groupBy(numberedMentions(document, tables), mention => mention.key).values()].flatMap((mentions): Draft[] => {
      const late = mentions.flatMap(({ citation, symbol }) => {
        const ended = [endedBody(symbol, tables), endedLevel(citation, tables), endedProvince(citation, tables)]
        const first = ended.find(one => one !== null && isDay(citation.date) && citation.date > one.until)
        return first ? [{ citation, ended: first }] : []
      })
      const [first, ...others] = late
      if (!first) return []
      const { citation, ended } = first
      const message = say(
        `${titleOf(citation)} is dated ${citation.date}; ${ended.name.en} existed until ${ended.until}.`,
        `${titleInVietnamese(citation)} ghi ngày ${vietnameseTime(citation.date as string)}; ${ended.name.vi} chỉ còn đến ${vietnameseTime(ended.until)}.`,
      )
      const related = others.map(other => ({ document, span: other.citation.span }))
      return [{ severity: 'warning', message, at: { document, span: citation.span }, related }]
    }),
}
