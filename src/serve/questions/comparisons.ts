import { type ComparisonFilter, compareTargets } from '../../query/compare-targets.js'
import { diffDocuments } from '../../query/diff-documents.js'
import { firstProgress, measureProgress } from '../../query/measure-progress.js'
import { resolveDocument } from '../../query/resolve-document.js'
import { provinceOf } from './listings.js'
import { type Paged, question } from './question.js'

export type AskedComparison = Omit<ComparisonFilter, 'province' | 'limit' | 'offset'> & { readonly province?: string | undefined }
export interface AskedProgress {
  readonly province?: string | undefined
  readonly indicator?: string | undefined
  readonly allVersions?: boolean | undefined
}

/** Provinces side by side, results beside targets, one document beside another. */
export const comparisonQuestions = {
  comparisons: question('whole')(async (context, { page, ...asked }: Paged<AskedComparison>) => {
    const province = await provinceOf(context, asked.province)
    const rows = await compareTargets(context.db, { ...asked, province, limit: page.limit, offset: page.offset }, context.nationalTargets)
    return { rows, from: page.offset, notes: province?.notes ?? [] }
  }),

  progress: question('whole')(async (context, { page, province: name, ...asked }: Paged<AskedProgress>) => {
    const province = await provinceOf(context, name)
    const rows = province ? (await measureProgress(context.db, { ...asked, province })).rows : await firstProgress(context.db, asked, page.end)
    return { rows: rows.slice(page.offset, page.end), from: page.offset, notes: province?.notes ?? [] }
  }),

  diff: question('page')(async ({ db }, { before, after }: { readonly before: string; readonly after: string }) => {
    const [old, recent] = [await resolveDocument(db, before), await resolveDocument(db, after)]
    return { rows: await diffDocuments(db, old.id, recent.id) }
  }),
}
