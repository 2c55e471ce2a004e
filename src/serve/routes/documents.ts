import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { akomaNtoso } from '../../export/akoma-ntoso.js'
import { annotationPage } from '../../export/web-annotations.js'
import type { ServeContext } from '../context.js'
import { problemSchema } from '../http/problem.js'
import { documentCitationsSchema, documentPageSchema } from '../schemas/document.js'

const params = z.object({ document: z.string().min(1).max(400).describe('Id, beginning of an id, number, or file') })

/** One document whole, and its place in the web of citations. */
export function addDocumentRoutes(app: FastifyInstance, { ask }: ServeContext): void {
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
      const { id, versions, extraction } = await ask('document', (request.params as z.infer<typeof params>).document)
      return { id, versions, ...extraction, findings: [...(await ask('findingsOf', id))] }
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
        const { id, extraction, origin } = await ask('document', (request.params as z.infer<typeof params>).document)
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
    handler: request => ask('documentCitations', (request.params as z.infer<typeof params>).document),
  })
}
