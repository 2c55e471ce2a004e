import { findingSources } from '../../query/finding-sources.js'
import { resolveDocuments } from '../../query/resolve-document.js'
import type { ReadContext } from '../context.js'
import type { FindingFilter } from '../findings.js'
import { type Paged, question } from './question.js'

export interface AskedFindings extends Pick<FindingFilter, 'check' | 'severity' | 'allVersions'> {
  readonly document?: string | undefined
}

const filterOf = async ({ db }: ReadContext, { document, ...rest }: AskedFindings): Promise<FindingFilter> => ({
  ...rest,
  documents: document === undefined ? undefined : new Set((await resolveDocuments(db, document)).map(d => d.id)),
})

/** What the audit says, and what it says of a draft. */
export const findingQuestions = {
  findings: question('kept')(async (context, { page, ...asked }: Paged<AskedFindings>) => ({
    rows: await context.findings.find(await filterOf(context, asked), { offset: page.offset, limit: page.limit }),
    from: page.offset,
  })),

  findingsOf: question('kept')(async ({ findings }, id: string) => findings.of(id)),

  /** All findings that a filter wants, with the texts of their documents, for a report. */
  report: question('kept')(async (context, asked: AskedFindings) => {
    const rows = await context.findings.find(await filterOf(context, asked))
    return { rows, sources: await findingSources(context.db, rows) }
  }),

  draft: question('whole')(async ({ readDraft }, { bytes, file }: { readonly bytes: Uint8Array; readonly file: string }) => readDraft(bytes, file)),
}
