import { type Kysely, type RawBuilder, sql } from 'kysely'
import { PipelineError } from '../model/errors.js'
import { nearName } from '../model/near-name.js'
import { isNamed, type ProvincePeriod, predecessorsOf, provinceToday } from '../store/province-time.js'
import type { ReadDatabase } from '../store/schema.js'
import { readProvinces } from '../store/write-catalogue.js'

/** The provinces a question about one province is about, and what the asker should know of them. */
export interface ProvinceFilter {
  readonly periods: readonly ProvincePeriod[]
  /** One sentence for each change that widened the question. */
  readonly notes: readonly string[]
}

/** A province named in a question: itself at all times, what went into it, and what it went into. Throws `E_QUERY_NO_PROVINCE`. */
export function provinceFilter(provinces: readonly ProvincePeriod[], name: string): ProvinceFilter {
  const named = provinces.filter(p => isNamed(p, name) || (/^\d{2}$/.test(name) && p.code === name && p.until === null))
  if (named.length === 0) {
    const names = provinces.map(p => p.name)
    throw new PipelineError('E_QUERY_NO_PROVINCE', { province: name, near: nearName(name, names) ?? '' })
  }
  const periods = new Set(named)
  const notes: string[] = []
  for (const today of named.filter(p => p.until === null)) {
    const merged = predecessorsOf(provinces, today)
    for (const p of merged) periods.add(p)
    const others = merged.filter(p => p.name !== today.name)
    if (others.length > 0)
      notes.push(`${today.name} has included ${others.map(p => p.name).join(' and ')} since ${today.from}: their earlier documents are listed too.`)
  }
  if (named.every(p => p.until !== null)) {
    for (const old of named) {
      const today = provinceToday(provinces, old)
      if (today === old) continue
      periods.add(today)
      notes.push(`${old.name} has been part of ${today.name} since ${today.from}: documents of ${today.name} from that day are listed too.`)
    }
  }
  return { periods: [...periods], notes }
}

/** As `provinceFilter`, by the provinces of the database. */
export const findProvince = async (db: Kysely<ReadDatabase>, name: string): Promise<ProvinceFilter> => provinceFilter(await readProvinces(db), name)

/** That the document of a row is of a province and date that the filter asks for; `document` is its id. */
export function ofProvince(filter: ProvinceFilter, document: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from document located where located.id = ${document} and ${isLocated(filter, 'located')})`
}

/** The same as a condition on the columns of the table `document` under a name. */
export function isLocated({ periods }: ProvinceFilter, table: string): RawBuilder<boolean> {
  const [province, date] = [sql.ref(`${table}.province`), sql.ref(`${table}.date`)]
  const stood = periods.map(p => {
    const names = sql<boolean>`${province} in (${sql.join([p.name, ...p.aliases])})`
    const bounds = [...(p.from === null ? [] : [sql`${date} >= ${p.from}`]), ...(p.until === null ? [] : [sql`${date} <= ${p.until}`])]
    return bounds.length === 0 ? names : sql<boolean>`(${names} and (${date} is null or (${sql.join(bounds, sql` and `)})))`
  })
  return sql<boolean>`(${sql.join(stood, sql` or `)})`
}

/** Codes of the provinces of a filter, in the order of listings: each is one range of an index. */
export const codesOf = ({ periods }: ProvinceFilter): string[] => [...new Set(periods.map(p => p.code))].sort()

/** That a row's place in listings is among the documents of a code. */
export const isUnderCode = (code: string): RawBuilder<boolean> => sql<boolean>`(sort_key >= ${code} and sort_key < ${`${code}~`})`
