import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ServeContext } from '../context.js'
import { addListing, versions } from '../http/listing.js'
import { problemSchema } from '../http/problem.js'
import { comparisonSchema } from '../schemas/comparison.js'
import { documentDiffSchema } from '../schemas/document-diff.js'
import { progressSchema } from '../schemas/listings.js'

const words = z.string().min(1).max(400)
const questionShape = {
  field: words.optional(),
  deadline: words.optional().describe('A year, date, quarter or interval; a year finds all that ends in it'),
  province: words.optional(),
  role: z.enum(['target', 'result']).default('target'),
}

/** Provinces side by side, results beside targets, one document beside another. */
export function addComparisonRoutes(app: FastifyInstance, { ask }: ServeContext): void {
  addListing(app, {
    url: '/comparisons',
    name: 'comparisons',
    about: 'Indicators by province, side by side and beside the national level; those that most provinces set come first',
    query: {
      ...questionShape,
      indicator: words.optional(),
      each: z.coerce
        .number()
        .int()
        .min(1)
        .max(1000)
        .default(10)
        .describe('Targets of one province on one indicator: those that are highest, then the latest; `count` tells how many there are'),
      versions,
    },
    row: comparisonSchema,
    columns: ['indicator', 'name', 'field', 'provinces', 'silent', 'national'],
    find: ({ each, versions, ...asked }, page) => ask('comparisons', { ...asked, targetsEach: each, allVersions: versions === 'all', page }),
  })

  addListing(app, {
    url: '/progress',
    name: 'progress',
    about: 'Reported results set against the targets they answer',
    query: { province: words.optional(), indicator: words.optional(), versions },
    row: progressSchema,
    columns: ['province', 'indicator', 'indicatorName', 'state', 'why', 'whyVi', 'result', 'target'],
    find: ({ versions, ...asked }, page) => ask('progress', { ...asked, allVersions: versions === 'all', page }),
  })

  app.route({
    method: 'GET',
    url: '/diff',
    schema: {
      summary: 'What changed in the targets from one document to another',
      tags: ['comparisons'],
      querystring: z.object({ before: words, after: words }),
      response: { 200: documentDiffSchema, default: problemSchema },
    },
    handler: request => ask('diff', request.query as { before: string; after: string }),
  })
}
