import type { CitationFind } from '../../model/citation-find.js'
import type { CitationRecord, DocumentRecord } from '../../model/extraction.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Block } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import { isoDate } from './citation-date.js'
import { citationType } from './citation-type.js'
import { completeSymbol } from './complete-symbol.js'
import { misprintFinder } from './misprinted-number.js'
import { citationRelations, type Relation } from './relation.js'
import { canonicalSymbol, type Repair, repairSymbol } from './repair-symbol.js'
import { shortForms } from './short-form.js'
import { type SymbolTables, symbolTablesOf } from './symbol-tables.js'

/** What a mention's number is, as printed and as meant. */
interface Numbering {
  readonly canonical: string | null
  readonly repair: Repair | null
}

/** Says what each mention means: number as printed and as meant, type, date, provision, relation, and whether it is the document itself. */
export function resolveCitations(finds: readonly CitationFind[], reading: Reading, document: DocumentRecord, rulebook: Rulebook): Unplaced<CitationRecord>[] {
  const tables = symbolTablesOf(rulebook)
  const numberings = finds.map(find => numberOf(find, tables))
  const symbols = numberings.map(n => n.repair?.repaired ?? n.canonical)
  const misprint = misprintFinder(finds, symbols, reading.text)
  const shortForm = shortForms(finds, symbols, tables)
  const relations = citationRelations(finds, reading.text, reading.segmentation)
  const records = finds.map((find, i) => {
    const numbering = numberings[i] as Numbering
    const repair = numbering.repair ?? shortForm(find) ?? completeSymbol(find, numbering.canonical, finds, numberings) ?? misprint(i)
    const block = reading.segmentation.blocks[find.block]
    return toRecord(find, { ...numbering, repair }, relations[i] as Relation, isSelf(find, { ...numbering, repair }, document, block, tables), tables)
  })
  return records.filter(record => !isOwnHead(record, reading.segmentation.blocks[record.block], reading.text))
}

/** The head of a document that is one sentence names its own number, like "Số: 107/BC-UBND", and cites nothing. */
const isOwnHead = (record: Unplaced<CitationRecord>, block: Block | undefined, text: string): boolean =>
  record.self &&
  block?.kind === 'title' &&
  block.part === 0 &&
  (record.span.start === block.span.start || HEAD_BELOW_TYPE.test(text.slice(block.span.start, record.keySpan.start)))

/** The words before the number in the line below the type word: "QUYẾT ĐỊNH" / "của Thủ tướng Chính phủ số 115/2004/QĐ-TTg". */
const HEAD_BELOW_TYPE = /^của [\p{L} ,-]{2,80} số:? ?$/iu

function numberOf(find: CitationFind, tables: SymbolTables): Numbering {
  const isStandard = find.form === 'standard' || find.parts.groups === 'QCVN'
  if (isStandard) return { canonical: find.key.raw.replace(/\s*:\s*/g, ':').replace(/\s+/g, ' '), repair: null }
  if (find.form !== 'numbered' || find.parts.number === undefined) return { canonical: null, repair: null }
  const canonical = canonicalSymbol(find.key.raw)
  return { canonical, repair: repairSymbol(canonical, tables) }
}

function toRecord(find: CitationFind, { canonical, repair }: Numbering, relation: Relation, self: boolean, tables: SymbolTables): Unplaced<CitationRecord> {
  const date = find.date && isoDate(find.date.raw)
  const evidence: Record<string, Span> = {}
  for (const name of ['type', 'name', 'date', 'issuer', 'pinpoint'] as const) {
    const piece = find[name]
    if (piece) evidence[name] = piece.span
  }
  if (find.cue) evidence.relation = find.cue.span
  return {
    block: find.block,
    type: citationType(find, repair?.repaired ?? canonical, tables),
    canonical,
    repaired: repair?.repaired ?? null,
    repairReason: repair?.reason ?? null,
    name: canonical === null ? (find.name?.raw ?? null) : null,
    date,
    dateSource: date === null ? null : (find.date?.source ?? null),
    issuer: find.issuer?.raw ?? null,
    pinpoint: find.pinpoint?.raw.replace(PLURAL, '') ?? null,
    relation,
    self,
    span: find.span,
    keySpan: find.key.span,
    evidence,
    rule: find.ruleId,
  }
}

/** The plural before a kind of provision inside a list, which a pinpoint leaves out as it does at its beginning: "khoản 7 Điều 20 và các Điều 22, 23". */
const PLURAL = /(?<= )các (?=\p{L})/gu

const fold = (symbol: string): string =>
  symbol
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/^0+(?=\d)/, '')

/** A note of an annex that leaves the number of its own document blank has the rest of it: `/QĐ-UBND` of 2740/QĐ-UBND. */
const endsLike = (blank: string, own: string | null): boolean => own === null || fold(own).endsWith(fold(blank.replace(/^[.…_\s]+/u, '')))

/** The document's own number, or the number under which it says its attachment is issued when its own is not printed. */
function isSelf(find: CitationFind, { canonical, repair }: Numbering, document: DocumentRecord, block: Block | undefined, tables: SymbolTables): boolean {
  if (canonical === null) return find.form === 'numbered' && block?.kind === 'attachment-note' && endsLike(find.key.raw, document.number)
  const date = find.date && isoDate(find.date.raw)
  if (document.number !== null) {
    const own = fold(repairSymbol(canonicalSymbol(document.number), tables)?.repaired ?? document.number)
    const isSame = fold(repair?.repaired ?? canonical) === own || fold(canonical) === fold(document.number)
    if (!isSame) return false
    return date === null || document.date === null || date === document.date || block?.kind === 'attachment-note'
  }
  return block?.kind === 'attachment-note' && (date === null || document.date === null || date === document.date)
}
