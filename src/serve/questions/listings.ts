import { type CitationFilter, findCitations } from '../../query/find-citations.js'
import { type DocumentFilter, findDocuments } from '../../query/find-documents.js'
import { findTargets, type TargetFilter } from '../../query/find-targets.js'
import { findTasks, type TaskFilter } from '../../query/find-tasks.js'
import { besideNational } from '../../query/national-level.js'
import { findProvince, type ProvinceFilter } from '../../query/province-filter.js'
import { resolveDocuments } from '../../query/resolve-document.js'
import { searchText } from '../../query/search-text.js'
import type { VersionScope } from '../../query/versions.js'
import { agencyNamed } from '../agency-named.js'
import type { ReadContext } from '../context.js'
import { type Paged, question } from './question.js'

/** A question as it is asked: provinces, bodies and documents by the words for them. */
export type Asked<F, Named extends string = never> = Omit<F, Named | 'limit' | 'offset'> & { readonly [N in Named]?: string | undefined }

export const provinceOf = async ({ db }: ReadContext, name: string | undefined): Promise<ProvinceFilter | undefined> =>
  name === undefined ? undefined : findProvince(db, name)

export const documentsOf = async ({ db }: ReadContext, name: string | undefined): Promise<readonly string[] | undefined> =>
  name === undefined ? undefined : (await resolveDocuments(db, name)).map(d => d.id)

type AskedTasks = Asked<TaskFilter, 'province' | 'agency'>

/** The province and the body that tasks are asked of. */
const namedIn = async (context: ReadContext, { province, agency }: AskedTasks) => ({
  province: await provinceOf(context, province),
  agency: agency === undefined ? undefined : agencyNamed(context.rulebook, agency),
})

/** The questions whose answers are pages of rows. */
export const listingQuestions = {
  documents: question('page')(async (context, { page, ...asked }: Paged<Asked<DocumentFilter, 'province'>>) => {
    const province = await provinceOf(context, asked.province)
    const rows = await findDocuments(context.db, { ...asked, province, limit: page.limit, offset: page.offset })
    return { rows, from: page.offset, notes: province?.notes ?? [] }
  }),

  targets: question('page')(
    async (context, { page, document, ...asked }: Paged<Asked<TargetFilter, 'province'> & { readonly document?: string | undefined }>) => {
      const province = await provinceOf(context, asked.province)
      const documents = await documentsOf(context, document)
      const targets = await findTargets(context.db, { ...asked, province, documents, limit: page.limit, offset: page.offset })
      const rows = targets.map(target => ({ ...target, ...besideNational(target, context.nationalTargets) }))
      return { rows, from: page.offset, notes: province?.notes ?? [] }
    },
  ),

  citations: question('page')(async (context, { page, ...asked }: Paged<Asked<CitationFilter, 'from'>>) => ({
    rows: await findCitations(context.db, { ...asked, from: await documentsOf(context, asked.from), limit: page.limit, offset: page.offset }),
    from: page.offset,
  })),

  tasks: question('page')(async (context, { page, ...asked }: Paged<AskedTasks>) => {
    const { province, agency } = await namedIn(context, asked)
    const rows = await findTasks(context.db, { ...asked, province, agency, limit: page.limit, offset: page.offset })
    return { rows, from: page.offset, notes: [...(province?.notes ?? []), ...(agency?.notes ?? [])] }
  }),

  /** All tasks that a filter finds, for a calendar. */
  calendar: question('whole')(async (context, asked: AskedTasks) => findTasks(context.db, { ...asked, ...(await namedIn(context, asked)) })),

  search: question('page')(async ({ db }, { page, words, ...scope }: Paged<VersionScope & { readonly words: string }>) => ({
    rows: (await searchText(db, words, page.limit, { ...scope, offset: page.offset })).hits,
    from: page.offset,
  })),

  indicators: question('kept')(async ({ indicators }, _: object) => ({ rows: await indicators() })),
}
