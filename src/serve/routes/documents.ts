import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { akomaNtoso } from '../../export/akoma-ntoso.js'
import { annotationPage } from '../../export/web-annotations.js'
import { PipelineError } from '../../model/errors.js'
import { findCitations } from '../../query/find-citations.js'
import { findOrigins } from '../../query/find-origins.js'
import { loadExtraction } from '../../query/load-extraction.js'
import { resolveDocument } from '../../query/resolve-document.js'
import { findVersions } from '../../query/versions.js'
import type { ServeContext } from '../context.js'
import { problemSchema } from '../http/problem.js'
import { documentCitationsSchema, documentPageSchema } from '../schemas/document.js'

const params = z.object({ document: z.string().min(1).max(400).describe('Id, beginning of an id, number, or file') })

/** One document whole, and its place in the web of citations. */
export function addDocumentRoutes(app: FastifyInstance, { db, findings }: ServeContext): void {
  app.route({
    method: 'GET',
    url: '/documents/:document',
    schema: {
      summary: 'A document with its text, its records and the findings in it',
      tags: ['documents'],
      params,
      response: { 200: documentPageSchema, default: problemSchema },
    },
    handler: async request => {
      const { id } = await resolveDocument(db, (request.params as z.infer<typeof params>).document)
      const extraction = await loadExtraction(db, id)
      if (extraction === null) throw new PipelineError('E_QUERY_NO_DOCUMENT', { document: id })
      return { id, versions: await findVersions(db, id), ...extraction, findings: await findings.of(id) }
    },
  })

  for (const [path, type, summary] of [
    ['akn', 'application/akn+xml; charset=utf-8', 'A document with its references as Akoma Ntoso 3.0'],
    ['annotations', 'application/ld+json', 'Every record of a document as W3C Web Annotations'],
  ] as const)
    app.route({
      method: 'GET',
      url: `/documents/:document/${path}`,
      schema: { summary, tags: ['documents'], params },
      handler: async (request, reply) => {
        const { id } = await resolveDocument(db, (request.params as z.infer<typeof params>).document)
        const extraction = await loadExtraction(db, id)
        const origin = (await findOrigins(db, [id])).get(id)
        if (extraction === null || origin === undefined) throw new PipelineError('E_QUERY_NO_DOCUMENT', { document: id })
        return reply
          .type(type)
          .serializer((body: unknown) => String(body))
          .send(path === 'akn' ? akomaNtoso(extraction, origin) : annotationPage(extraction, id, origin))
      },
    })

  app.route({
    method: 'GET',
    url: '/documents/:document/citations',
    schema: {
      summary: 'What a document rests on, and who cites it',
      tags: ['citations'],
      params,
      response: { 200: documentCitationsSchema, default: problemSchema },
    },
    handler: async request => {
      const { id, number } = await resolveDocument(db, (request.params as z.infer<typeof params>).document)
      const own = new Set<string | null>((await findVersions(db, id)).map(version => version.id))
      const restsOn = (await findCitations(db, { from: [id] })).filter(citation => !citation.self)
      const citedBy =
        number === null
          ? []
          : (await findCitations(db, { to: number })).filter(({ citedDocumentId, documentId }) => own.has(citedDocumentId) && !own.has(documentId))
      return { restsOn, citedBy }
    },
  })
}
