import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { checks } from '../../audit/checks/index.js'
import { extractorVersion } from '../../batch/extractor-version.js'
import type { FindingsWriter } from '../../export/findings-report.js'
import { findingsWriters } from '../../export/findings-writer.js'
import { bilingualSchema, findingSchema } from '../../model/audit.js'
import { severities } from '../../model/vocabulary.js'
import type { ServeContext } from '../context.js'
import { addListing, versions } from '../http/listing.js'

const queryShape = {
  severity: z.enum(severities).optional().describe('The least severity'),
  check: z.string().max(200).optional().describe('Id of a check, or the part before the dot'),
  document: z.string().min(1).max(400).optional(),
  versions,
}
const checkSchema = z.object({ id: z.string(), name: bilingualSchema, about: z.string() }).meta({ id: 'Check' })
const contentTypes: Readonly<Record<string, string>> = { sarif: 'application/sarif+json', html: 'text/html; charset=utf-8' }

/** The findings of the audit: as a listing, and as report files. */
export function addFindingRoutes(app: FastifyInstance, { ask }: ServeContext): void {
  addListing(app, {
    url: '/findings',
    name: 'findings',
    about: 'What a careful clerk would point at: each contradiction with both places',
    query: queryShape,
    row: findingSchema,
    columns: ['severity', 'check', 'document', 'message', 'messageVi', 'quote', 'suggestion', 'related', 'documentId', 'span'],
    find: ({ versions, severity, check, document }, page) => ask('findings', { severity, check, document, allVersions: versions === 'all', page }),
  })

  addListing(app, {
    url: '/checks',
    name: 'findings',
    about: 'The checks of the audit, with a heading for the findings of each',
    query: {},
    row: checkSchema,
    columns: ['id', 'name', 'about'],
    find: async () => ({ rows: checks.map(({ id, name, about }) => ({ id, name, about })) }),
  })

  const report = async (reply: FastifyReply, query: z.infer<z.ZodObject<typeof queryShape>>, format: keyof typeof findingsWriters) => {
    const { versions, severity, check, document } = query
    const { rows, sources } = await ask('report', { severity, check, document, allVersions: versions === 'all' })
    const write: FindingsWriter = findingsWriters[format]
    return reply
      .type(contentTypes[format] as string)
      .header('content-disposition', `attachment; filename="findings.${format}"`)
      .send(write(rows, checks, sources, extractorVersion))
  }

  for (const format of ['sarif', 'html'] as const)
    app.route({
      method: 'GET',
      url: `/findings.${format}`,
      schema: {
        summary: format === 'sarif' ? 'The findings as SARIF 2.1.0' : 'The findings as a report to print',
        tags: ['findings'],
        querystring: z.object(queryShape),
      },
      handler: (request, reply) => report(reply, request.query as z.infer<z.ZodObject<typeof queryShape>>, format),
    })
}
