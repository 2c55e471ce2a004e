import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { compareTargets } from '../../query/compare-targets.js'
import { diffDocuments } from '../../query/diff-documents.js'
import { measureProgress } from '../../query/measure-progress.js'
import { findProvince } from '../../query/province-filter.js'
import { resolveDocument } from '../../query/resolve-document.js'
import type { ServeContext } from '../context.js'
import { addListing } from '../http/listing.js'
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
export function addComparisonRoutes(app: FastifyInstance, { db, nationalTargets }: ServeContext): void {
  addListing(app, {
    url: '/comparisons',
    name: 'comparisons',
    about: 'Indicators by province, side by side and beside the national level; those that most provinces set come first',
    query: { ...questionShape, indicator: words.optional() },
    row: comparisonSchema,
    columns: ['indicator', 'name', 'field', 'provinces', 'silent', 'national'],
    find: async ({ field, deadline, role, indicator, ...query }, { end }) => {
      const province = query.province === undefined ? undefined : await findProvince(db, query.province)
      return { rows: await compareTargets(db, { field, deadline, role, indicator, province, limit: end }, nationalTargets), notes: province?.notes ?? [] }
    },
  })

  addListing(app, {
    url: '/progress',
    name: 'progress',
    about: 'Reported results set against the targets they answer',
    query: { province: words.optional(), indicator: words.optional() },
    row: progressSchema,
    columns: ['province', 'indicator', 'indicatorName', 'state', 'why', 'whyVi', 'result', 'target'],
    find: async ({ indicator, ...query }) => {
      const province = query.province === undefined ? undefined : await findProvince(db, query.province)
      return { rows: (await measureProgress(db, { province, indicator })).rows, notes: province?.notes ?? [] }
    },
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
    handler: async request => {
      const { before, after } = request.query as { before: string; after: string }
      const [old, recent] = [await resolveDocument(db, before), await resolveDocument(db, after)]
      return { rows: await diffDocuments(db, old.id, recent.id) }
    },
  })
}
