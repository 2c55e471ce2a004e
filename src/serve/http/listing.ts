import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type ListingFormat, listingFormat, sendCsv } from './negotiate.js'
import { problem, problemSchema, sendProblem } from './problem.js'

/** Rows of one page at most; a CSV file may hold more, since it is read by programs. */
export const longestPage = 1000
const longestFile = 100_000

/** Which versions of decrees a question is about. */
export const versions = z.enum(['current', 'all']).default('current').describe('Count the current version of each decree, or all that are stored')

const pagingShape = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(longestFile)
    .optional()
    .describe(`Rows of a page: 100 unless asked, at most ${longestPage} in JSON and ${longestFile} in CSV`),
  offset: z.coerce.number().int().min(0).default(0).describe('Rows to pass over'),
  format: z.enum(['json', 'csv']).optional().describe('Before the Accept header'),
}

interface Listing<Q extends z.ZodRawShape, R extends object> {
  readonly url: string
  readonly name: string
  readonly about: string
  readonly query: Q
  readonly row: z.ZodType<R>
  readonly columns: readonly (keyof R & string)[]
  /** The rows of the page, or those from the first one on to its end; remarks on how the question was read. */
  readonly find: (query: z.infer<z.ZodObject<Q>>, page: Page) => Promise<Found<R>>
}

/** Which rows are wanted, with one more that tells whether there is a page after it: `limit` rows from `offset`, which ends before `end`. */
export interface Page {
  readonly offset: number
  readonly limit: number
  readonly end: number
}

/** Rows that answer a question, and what the asker should know of how it was read: that it was widened to a province's predecessors. */
export interface Found<R> {
  readonly rows: readonly R[]
  /** Which row of the whole answer the first is: 0 unless the question could be asked from the page on. */
  readonly from?: number
  readonly notes?: readonly string[]
}

/** Adds `GET url`: a page of rows as JSON (`items`; `next`, the offset of the page after it or null; `notes`) or as CSV. */
export function addListing<Q extends z.ZodRawShape, R extends object>(
  app: FastifyInstance,
  { url, name, about, query, row, columns, find }: Listing<Q, R>,
): void {
  app.route({
    method: 'GET',
    url,
    schema: {
      summary: about,
      tags: [name],
      querystring: z.object({ ...query, ...pagingShape }),
      produces: ['application/json', 'text/csv'],
      response: { 200: z.object({ items: z.array(row), next: z.int().nullable(), notes: z.array(z.string()) }), default: problemSchema },
    },
    handler: async (request, reply) => {
      const asked = request.query as z.infer<z.ZodObject<Q>> & { limit?: number; offset: number; format?: ListingFormat }
      const format = listingFormat(request, asked.format)
      if (format === null) return sendProblem(reply, problem(406, { detail: 'This listing is JSON or CSV.' }))
      reply.header('vary', 'Accept')
      const { offset } = asked
      const limit = format === 'csv' ? (asked.limit ?? longestFile) : Math.min(asked.limit ?? 100, longestPage)
      const { rows, from = 0, notes = [] } = await find(asked, { offset, limit: limit + 1, end: offset + limit + 1 })
      const items = rows.slice(offset - from, offset - from + limit)
      if (format === 'csv') return sendCsv(reply, name, columns, items)
      return reply.send({ items, next: from + rows.length > offset + limit ? offset + limit : null, notes })
    },
  })
}
