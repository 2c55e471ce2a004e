import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { TargetRecord } from '../model/extraction.js'
import { foldedWords } from '../store/folded-words.js'
import type { Sight } from '../store/record-sights.js'
import type { ReadDatabase } from '../store/schema.js'
import { targetFields } from '../store/target-fields.js'
import { branchOf, firstOf, isAmong, isOfDocuments, isOneOf, rowsOf, valuesOf } from './in-order.js'
import { codesOf, isUnderCode, ofProvince, type ProvinceFilter } from './province-filter.js'
import { sentenceCondition } from './sentence-condition.js'
import { ofVersions, type VersionScope } from './versions.js'

/** The documents of a province under its name of today, and the codes that they have in listings; those of no province together. */
export interface Home {
  readonly name: string | null
  readonly codes: readonly string[]
}

/** What may be asked of targets; what is left out does not narrow. */
export interface TargetFilter extends VersionScope {
  readonly province?: ProvinceFilter | undefined
  /** Id of a catalogue entry, the beginning of ids up to a dot, or words of names. */
  readonly indicator?: string | undefined
  readonly field?: string | undefined
  /** A year finds its dates, quarters and the intervals that end in it. */
  readonly deadline?: string | undefined
  readonly role?: string | undefined
  /** An administrative level that the value is for. */
  readonly level?: string | undefined
  /** Words of the statement, with or without diacritics. */
  readonly text?: string | undefined
  readonly documents?: readonly string[] | undefined
  readonly home?: Home | undefined
  readonly limit?: number | undefined
  /** Rows to pass over. */
  readonly offset?: number | undefined
}

/** A target as `chitieu extract` gives it, with its document. */
export interface TargetListing extends TargetRecord, Sight {
  readonly id: string
  readonly documentId: string
  readonly document: string | null
  readonly documentType: string | null
  readonly documentDate: string | null
  readonly provinceCode: string | null
  readonly province: string | null
  readonly provinceNow: string | null
  readonly indicatorName: string | null
  readonly statementText: string
}

/** Targets by their ids, of whatever version: what `v_targets` has of the current ones. */
const readTargets = (db: Kysely<ReadDatabase>, ids: readonly string[]) =>
  db
    .selectFrom('target as t')
    .innerJoin('document as d', 'd.id', 't.document_id')
    .leftJoin('indicator as i', 'i.id', 't.indicator')
    .selectAll('t')
    .select(['d.number as document', 'd.type as document_type', 'd.date as document_date', 'd.province_code', 'd.province', 'd.province_now'])
    .select('i.name as indicator_name')
    .where('t.id', 'in', ids)
    .execute()

const toListing = (t: Awaited<ReturnType<typeof readTargets>>[number]): TargetListing => ({
  id: t.id,
  documentId: t.document_id,
  document: t.document,
  documentType: t.document_type,
  documentDate: t.document_date,
  provinceCode: t.province_code,
  province: t.province,
  provinceNow: t.province_now,
  section: t.section,
  ...targetFields(t),
  indicatorName: t.indicator_name,
  quote: t.quote,
  span: { start: t.span_start, end: t.span_end },
  page: t.page,
  doubtful: t.doubtful === 1,
  statementText: t.statement,
  rule: t.rule,
})

type Condition = RawBuilder<boolean>

/** Ids of catalogue entries, as targets have them, that a word of a question names. */
async function indicatorsNamed(db: Kysely<ReadDatabase>, asked: string): Promise<string[]> {
  const words = foldedWords(asked)
  const names = new Map((await db.selectFrom('indicator').select(['id', 'name']).execute()).map(row => [row.id, row.name]))
  return (await valuesOf(db, 'target', 'indicator')).filter(
    id => id === asked || id.startsWith(`${asked}.`) || foldedWords(names.get(id) ?? '').includes(words),
  )
}

const fieldsNamed = async (db: Kysely<ReadDatabase>, asked: string): Promise<string[]> =>
  (await valuesOf(db, 'target', 'field')).filter(field => foldedWords(field).includes(foldedWords(asked)))

/** Ends of the times that a question about a time finds; a year holds its days, quarters and months. */
const endsNamed = async (db: Kysely<ReadDatabase>, asked: string): Promise<string[]> =>
  (await valuesOf(db, 'target', 'deadline_end')).filter(end => end === asked || end.startsWith(`${asked}-`) || end === asked.split('/').at(-1))

/** Values of a column that a filter asks for. */
interface Choice {
  readonly column: 'indicator' | 'deadline_end' | 'field'
  readonly values: readonly string[]
}

async function choicesOf(db: Kysely<ReadDatabase>, { indicator, field, deadline }: TargetFilter): Promise<Choice[]> {
  return [
    ...(indicator === undefined ? [] : [{ column: 'indicator' as const, values: await indicatorsNamed(db, indicator) }]),
    ...(deadline === undefined ? [] : [{ column: 'deadline_end' as const, values: await endsNamed(db, deadline) }]),
    ...(field === undefined ? [] : [{ column: 'field' as const, values: await fieldsNamed(db, field) }]),
  ]
}

function restOf({ deadline, role, level, documents, province, home, ...scope }: TargetFilter, others: readonly Choice[]): Condition[] {
  const rest = [...others.map(({ column, values }) => isAmong(column, values)), ...ofVersions(scope, sql`target.document_id`, documents !== undefined)]
  if (deadline !== undefined)
    rest.push(
      sql<boolean>`(coalesce(deadline, '') = ${deadline} or coalesce(deadline_end, '') = ${deadline} or coalesce(deadline_end, '') like ${`${deadline}-%`})`,
    )
  if (role !== undefined) rest.push(sql<boolean>`role = ${role}`)
  if (level !== undefined) rest.push(sql<boolean>`', ' || levels || ', ' like ${`%, ${level}, %`}`)
  if (documents) rest.push(isOfDocuments(documents))
  if (province) rest.push(ofProvince(province, sql`target.document_id`))
  if (home)
    rest.push(
      sql<boolean>`coalesce((select coalesce(located.province_now, located.province) from document located where located.id = target.document_id), '') = ${home.name ?? ''}`,
    )
  return rest
}

/** The ranges of an index that hold what is asked for: by the values of one column and the codes of provinces. */
function rangesOf({ province, home }: TargetFilter, choice: Choice | undefined): Condition[][] {
  const values = choice === undefined ? [[]] : choice.values.map(value => [sql<boolean>`${sql.ref(choice.column)} = ${value}`])
  const codes = home?.codes ?? (province && codesOf(province))
  return codes === undefined ? values : codes.flatMap(code => values.map(range => [...range, isUnderCode(code)]))
}

/** The conditions of a filter, for questions that count or read narrow rows of all that it finds. */
export async function conditionsOf(db: Kysely<ReadDatabase>, filter: TargetFilter): Promise<readonly Condition[]> {
  const choices = (await choicesOf(db, filter)).map(({ column, values }) => isOneOf(column, values))
  const text = filter.text === undefined ? [] : [await sentenceCondition(db, filter.text)]
  const codes = filter.province === undefined ? [] : [sql<boolean>`(${sql.join(codesOf(filter.province).map(isUnderCode), sql` or `)})`]
  return [...restOf(filter, []), ...choices, ...codes, ...text]
}

/** Targets by their ids, in the order of the ids. */
export const targetsAt = async (db: Kysely<ReadDatabase>, ids: readonly string[]): Promise<TargetListing[]> =>
  (await rowsOf(ids, some => readTargets(db, some))).map(toListing)

/** The targets, results or contexts that a filter asks for: by province in official order, then as they stand in their documents. */
export async function findTargets(db: Kysely<ReadDatabase>, filter: TargetFilter): Promise<TargetListing[]> {
  const { text, limit, offset = 0 } = filter
  const [first, ...others] = await choicesOf(db, filter)
  const rest = restOf(filter, others)
  if (text !== undefined) rest.push(await sentenceCondition(db, text))
  const branches = rangesOf(filter, first).map(range => branchOf(db, 'target', [...range, ...rest]))
  const places = await firstOf(branches, limit === undefined ? undefined : limit + offset)
  return targetsAt(
    db,
    places.slice(offset).map(place => place.id),
  )
}
