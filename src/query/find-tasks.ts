import { type Kysely, sql } from 'kysely'
import type { Span } from '../model/text.js'
import { foldedWords } from '../store/folded-words.js'
import type { ReadDatabase } from '../store/schema.js'
import { isOfProvince, type ProvinceFilter } from './province-filter.js'

export interface TaskFilter {
  readonly province?: ProvinceFilter | undefined
  /** A body by any of the names the documents use for it. */
  readonly agency?: string | undefined
  readonly due?: string | undefined
  readonly limit?: number | undefined
}

/** A task as `chitieu extract` gives it, with its document. */
export interface TaskListing {
  readonly id: string
  readonly documentId: string
  readonly document: string | null
  readonly province: string | null
  readonly provinceNow: string | null
  readonly section: string | null
  readonly group: string | null
  readonly no: string | null
  readonly task: string
  readonly lead: string | null
  readonly support: string | null
  readonly due: string | null
  readonly dueDate: string | null
  readonly product: string | null
  readonly note: string | null
  readonly quote: string
  readonly span: Span
  readonly rule: string
}

/** The names that documents give to the bodies which one of the names given means. */
async function namesOfAgency(db: Kysely<ReadDatabase>, name: string): Promise<string[]> {
  const asked = foldedWords(name)
  const ids = db
    .selectFrom('agency')
    .select('agency')
    .where(eb => eb.or([sql<boolean>`vn_words(name) = ${asked}`, sql<boolean>`vn_words(quote) = ${asked}`]))
    .where('agency', 'is not', null)
  const rows = await db.selectFrom('agency').select(['name', 'quote']).distinct().where('agency', 'in', ids).execute()
  return [...new Set([asked, ...rows.flatMap(row => [foldedWords(row.name), foldedWords(row.quote)])])]
}

/** Assigned tasks, by document and in their order there. */
export async function findTasks(db: Kysely<ReadDatabase>, filter: TaskFilter): Promise<TaskListing[]> {
  let query = db
    .selectFrom('task')
    .innerJoin('document', 'document.id', 'task.document_id')
    .selectAll('task')
    .select(['document.number', 'document.province', 'document.province_now', 'document.date'])
    .orderBy(sql`province_code is null`)
    .orderBy('document.province_code')
    .orderBy('document.date')
    .orderBy('document.id')
    .orderBy('task.ordinal')
  const { agency, due, province, limit } = filter
  if (agency !== undefined) {
    const names = await namesOfAgency(db, agency)
    query = query.where(eb => eb.or(names.map(name => sql<boolean>`vn_words(coalesce(lead, '') || ' ; ' || coalesce(support, '')) like ${`%${name}%`}`)))
  }
  if (due !== undefined) {
    query = query.where(eb =>
      eb.or([eb('due_date', '=', due), eb('due_end', '=', due), eb('due_end', 'like', `${due}-%`), sql<boolean>`vn_words(due) = ${foldedWords(due)}`]),
    )
  }
  if (!province && limit !== undefined) query = query.limit(limit)
  const rows = await query.execute()
  const kept = (province ? rows.filter(row => isOfProvince(province, row)) : rows).slice(0, limit)
  return kept.map(t => ({
    id: t.id,
    documentId: t.document_id,
    document: t.number,
    province: t.province,
    provinceNow: t.province_now,
    section: t.section,
    group: t.task_group,
    no: t.no,
    task: t.task,
    lead: t.lead,
    support: t.support,
    due: t.due,
    dueDate: t.due_date,
    product: t.product,
    note: t.note,
    quote: t.quote,
    span: { start: t.span_start, end: t.span_end },
    rule: t.rule,
  }))
}
