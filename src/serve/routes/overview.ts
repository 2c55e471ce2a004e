import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { relations } from '../../model/vocabulary.js'
import type { ServeContext } from '../context.js'
import { versions } from '../http/listing.js'
import { problemSchema } from '../http/problem.js'
import { facetsSchema } from '../schemas/facets.js'
import { graphSchema } from '../schemas/graph.js'

const graphQuery = z.object({
  from: z.string().min(1).max(400).optional().describe('Only what this document cites'),
  relation: z.enum(relations).optional(),
  limit: z.coerce.number().int().min(1).max(2000).default(400).describe('Nodes: those in which most edges meet; `whole` tells how many there are'),
  versions,
})

/** What the page needs to know before anything is asked: what there is, what may be done, and the graph of citations. */
export function addOverviewRoutes(app: FastifyInstance, { ask, ingest, maxUpload }: ServeContext): void {
  app.route({
    method: 'GET',
    url: '/facets',
    schema: { summary: 'The values that filters can offer', tags: ['documents'], response: { 200: facetsSchema, default: problemSchema } },
    handler: () => ask('facets', {}),
  })

  app.route({
    method: 'GET',
    url: '/capabilities',
    schema: {
      summary: 'What this server was started with',
      tags: ['documents'],
      response: { 200: z.object({ ingest: z.boolean(), maxUpload: z.int() }), default: problemSchema },
    },
    handler: async () => ({ ingest: ingest !== null, maxUpload }),
  })

  app.route({
    method: 'GET',
    url: '/graph',
    schema: {
      summary: 'Who cites what, as nodes and edges',
      tags: ['citations'],
      querystring: graphQuery,
      response: { 200: graphSchema, default: problemSchema },
    },
    handler: request => {
      const { limit, versions, ...asked } = request.query as z.infer<typeof graphQuery>
      return ask('graph', { ...asked, most: limit, allVersions: versions === 'all' })
    },
  })
}
