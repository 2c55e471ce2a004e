import { type Kysely, sql } from 'kysely'
import { slicesOf } from '../model/slices.js'
import type { Span } from '../model/text.js'
import { dialectOf, type PassageHit } from '../store/dialect.js'
import { foldedWords } from '../store/folded-words.js'
import type { ReadDatabase } from '../store/schema.js'
import { foldWithPlaces, hasSameMarks } from './fold-with-places.js'
import type { VersionScope } from './versions.js'

/** A passage that holds what was searched for. */
export interface SearchHit {
  readonly documentId: string
  readonly document: string | null
  readonly province: string | null
  readonly provinceNow: string | null
  readonly section: string | null
  /** The words around the first hit, on one line. */
  readonly snippet: string
  /** Where the hit begins and ends in the document's text. */
  readonly span: Span
  readonly quote: string
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  /** `phrase`: the words stand side by side; `words`: they all stand in one passage, since nothing has the phrase. */
  readonly by: 'phrase' | 'words'
}

const context = 90
/** A passage as it is read: in one line, and without the marks by which Markdown sets words in bold or italics. */
const oneLine = (text: string): string =>
  text
    .replace(/(?<!\()\*{1,3}(?!\))/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Where the asked words stand in a passage: the phrase, else the first of them. */
function locate(passage: string, asked: string): Span | null {
  const { text, places } = foldWithPlaces(passage)
  const find = (needle: string): Span | null => {
    const at = text.indexOf(needle)
    if (at < 0) return null
    const last = at + needle.length - 2
    const end = places[last + 1] ?? passage.length
    return { start: places[at + 1] as number, end: wordEnd(passage, places[last] as number, end) }
  }
  return (
    find(asked) ??
    asked
      .trim()
      .split(' ')
      .map(word => find(` ${word} `))
      .find(span => span !== null) ??
    null
  )
}

/** The end of the word whose last letter stands at `from`: its combining marks belong to it, the blank after it does not. */
function wordEnd(text: string, from: number, limit: number): number {
  let end = from + 1
  while (end < limit && /[\p{L}\p{M}\p{N}]/u.test(text[end] as string)) end++
  return end
}

function snippetAround(text: string, span: Span): string {
  const start = Math.max(0, span.start - context)
  const end = Math.min(text.length, span.end + context)
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1 || start
  const to = end === text.length ? end : Math.max(span.end, text.lastIndexOf(' ', end))
  const lead = Math.min(from, span.start)
  return `${lead > 0 ? '…' : ''}${oneLine(text.slice(lead, to))}${to < text.length ? '…' : ''}`
}

/** Which versions are searched, and hits to pass over. */
export interface SearchScope extends VersionScope {
  readonly offset?: number | undefined
}

/**
 * Full text search, with or without diacritics. Words asked with diacritics find passages that have them;
 * when none has, those that agree without.
 */
export async function searchText(db: Kysely<ReadDatabase>, asked: string, limit: number, scope: SearchScope = {}): Promise<SearchAnswer> {
  const folded = foldedWords(asked)
  const words = folded.trim().split(' ').filter(Boolean)
  if (words.length === 0) return { hits: [], by: 'phrase' }
  const { offset = 0, allVersions = false } = scope
  const end = offset + limit
  const read = textReader(db)
  const find = (by: SearchAnswer['by'], most: number) => dialectOf(db).passages(db, words, by, most, allVersions)
  const phrase = await withMarks(await find('phrase', end * LOOKED_AT), { asked, end, read })
  const by = phrase.length > 0 || words.length === 1 ? 'phrase' : 'words'
  // Words that stand apart are nowhere as they were asked, whatever their marks.
  const rows = by === 'phrase' ? phrase : await find('words', end)
  const page = rows.slice(offset, end)
  const texts = await read(page)
  const hits: SearchHit[] = []
  for (const row of page) {
    const text = textOf(row, texts)
    const place = locate(text.slice(row.span_start, row.span_end), folded)
    if (place) hits.push(toHit(row, text, { start: row.span_start + place.start, end: row.span_start + place.end }))
  }
  return { hits, by }
}

/** Passages that are looked at for each hit that is wanted: those with the asked marks come before those without. */
const LOOKED_AT = 5

const textsOf = (db: Kysely<ReadDatabase>, ids: readonly string[]) =>
  db
    .selectFrom('document')
    .select(['id', 'text'])
    .where(sql<boolean>`id in ${dialectOf(db).listed(JSON.stringify(ids))}`)
    .execute()

/** Reads texts of the documents of passages, each once. */
function textReader(db: Kysely<ReadDatabase>): (rows: readonly PassageHit[]) => Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  return async rows => {
    const missing = [...new Set(rows.map(row => row.document_id))].filter(id => !texts.has(id))
    const found = missing.length === 0 ? [] : await textsOf(db, missing)
    for (const { id, text } of found) texts.set(id, text)
    return texts
  }
}

const textOf = (row: PassageHit, texts: ReadonlyMap<string, string>): string => texts.get(row.document_id) ?? ''

interface Wanted {
  readonly asked: string
  /** So many hits are wanted. */
  readonly end: number
  readonly read: ReturnType<typeof textReader>
}

/** The first passages that have what was asked with its diacritics; all when it has none, or none of them does. */
async function withMarks(rows: readonly PassageHit[], { asked, end, read }: Wanted): Promise<readonly PassageHit[]> {
  if (!/[\p{M}đĐ]/u.test(asked.normalize('NFD'))) return rows
  const exact: PassageHit[] = []
  for (const some of slicesOf(rows, end)) {
    const texts = await read(some)
    exact.push(...some.filter(row => hasSameMarks(textOf(row, texts).slice(row.span_start, row.span_end), asked)))
    if (exact.length >= end) break
  }
  return exact.length > 0 ? exact : rows
}

const toHit = (row: PassageHit, text: string, span: Span): SearchHit => ({
  documentId: row.document_id,
  document: row.number,
  province: row.province,
  provinceNow: row.province_now,
  section: row.path,
  snippet: snippetAround(text, span),
  span,
  quote: text.slice(span.start, span.end),
})
