import { PipelineError } from '../../model/errors.js'
import { findCitations } from '../../query/find-citations.js'
import { findOrigins } from '../../query/find-origins.js'
import { graphPart } from '../../query/graph-part.js'
import { loadExtraction } from '../../query/load-extraction.js'
import { resolveDocument } from '../../query/resolve-document.js'
import { findVersions, type VersionScope } from '../../query/versions.js'
import { documentsOf } from './listings.js'
import { question } from './question.js'

export interface AskedGraph extends VersionScope {
  readonly from?: string | undefined
  readonly relation?: string | undefined
  /** Nodes at most. */
  readonly most: number
}

/** One document whole, and its place in the web of citations. */
export const documentQuestions = {
  document: question('page')(async ({ db }, name: string) => {
    const { id } = await resolveDocument(db, name)
    const extraction = await loadExtraction(db, id)
    const origin = (await findOrigins(db, [id])).get(id)
    if (extraction === null || origin === undefined) throw new PipelineError('E_QUERY_NO_DOCUMENT', { document: id })
    return { id, extraction, origin, versions: await findVersions(db, id) }
  }),

  documentCitations: question('page')(async ({ db }, name: string) => {
    const { id, number } = await resolveDocument(db, name)
    const own = new Set<string | null>((await findVersions(db, id)).map(version => version.id))
    const restsOn = (await findCitations(db, { from: [id] })).filter(citation => !citation.self)
    const citedBy =
      number === null
        ? []
        : (await findCitations(db, { to: number })).filter(({ citedDocumentId, documentId }) => own.has(citedDocumentId) && !own.has(documentId))
    return { restsOn, citedBy }
  }),

  graph: question('whole')(async (context, { from, most, ...asked }: AskedGraph) =>
    graphPart(context.db, { ...asked, from: await documentsOf(context, from) }, most),
  ),

  facets: question('kept')(async ({ facets }, _: object) => facets()),
}
