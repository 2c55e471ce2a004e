import type { Kysely } from 'kysely'
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

/**
 * Full text search, with or without diacritics. Words asked with diacritics find passages that have them;
 * when none has, those that agree without.
 */
export async function searchText(db: Kysely<ReadDatabase>, asked: string, limit: number, scope: VersionScope = {}): Promise<SearchAnswer> {
  const folded = foldedWords(asked)
  const words = folded.trim().split(' ').filter(Boolean)
  if (words.length === 0) return { hits: [], by: 'phrase' }
  const phrase = await ranked(db, { words, by: 'phrase', folded, asked, limit, ...scope })
  if (phrase.length > 0 || words.length === 1) return { hits: phrase, by: 'phrase' }
  return { hits: await ranked(db, { words, by: 'words', folded, asked, limit, ...scope }), by: 'words' }
}

interface Question extends VersionScope {
  readonly words: readonly string[]
  readonly by: SearchAnswer['by']
  readonly folded: string
  readonly asked: string
  readonly limit: number
}

/** Passages that are looked at for each hit that is wanted: those with the asked marks come before those without. */
const LOOKED_AT = 5

async function ranked(db: Kysely<ReadDatabase>, { words, by, folded, asked, limit, allVersions = false }: Question): Promise<SearchHit[]> {
  const hasMarks = /[\p{M}đĐ]/u.test(asked.normalize('NFD'))
  const texts = new Map<string, string>()
  const [hits, exact]: [SearchHit[], SearchHit[]] = [[], []]
  for (const row of await dialectOf(db).passages(db, words, by, limit * LOOKED_AT, allVersions)) {
    const text = texts.get(row.document_id) ?? (await db.selectFrom('document').select('text').where('id', '=', row.document_id).executeTakeFirstOrThrow()).text
    texts.set(row.document_id, text)
    const passage = text.slice(row.span_start, row.span_end)
    const place = locate(passage, folded)
    if (!place) continue
    const hit = toHit(row, text, { start: row.span_start + place.start, end: row.span_start + place.end })
    hits.push(hit)
    if (hasMarks && hasSameMarks(passage, asked)) exact.push(hit)
    if ((hasMarks ? exact : hits).length === limit) break
  }
  return (exact.length > 0 ? exact : hits).slice(0, limit)
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
