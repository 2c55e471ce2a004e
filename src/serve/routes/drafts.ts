import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PipelineError } from '../../model/errors.js'
import type { ServeContext } from '../context.js'
import { problemSchema } from '../http/problem.js'
import { draftReportSchema } from '../schemas/draft.js'

interface Upload {
  readonly bytes: Uint8Array
  readonly file: string
}

/** The one file of a multipart request, which is read to its end: one that holds a second file is refused, and not answered for the first alone. */
async function uploaded(request: FastifyRequest): Promise<Upload> {
  let only: Upload | null = null
  for await (const part of request.files())
    only = { bytes: new Uint8Array(await part.toBuffer()), file: part.filename.replace(/[^\p{L}\p{M}\p{N}. _()-]/gu, '_').slice(-200) || 'draft' }
  if (only === null) throw new PipelineError('E_USAGE', { reason: 'The request holds no file: send one as multipart/form-data.' })
  return only
}

/** Uploads that are taken at a time: each is held in memory until it has its answer, and one thread reads them one after another. */
const MOST_UPLOADS = 8

/** Refuses what comes while so many are at work, before anything of it is read. */
function atMost(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let atWork = 0
  return async work => {
    if (atWork >= most) throw new PipelineError('E_SERVE_BUSY', {})
    atWork++
    try {
      return await work()
    } finally {
      atWork--
    }
  }
}

/** Drafts are read in memory and forgotten; storing one needs a server that was started with it allowed. */
export function addDraftRoutes(app: FastifyInstance, { ask, ingest }: ServeContext): void {
  const taken = atMost(MOST_UPLOADS)
  app.route({
    method: 'POST',
    url: '/drafts',
    schema: {
      summary: 'Reads, audits and compares an uploaded file without storing it',
      tags: ['drafts'],
      consumes: ['multipart/form-data'],
      response: { 200: draftReportSchema, default: problemSchema },
    },
    handler: request => taken(async () => ask('draft', await uploaded(request))),
  })

  app.route({
    method: 'POST',
    url: '/documents',
    schema: {
      summary: 'Stores an uploaded file; only with `chitieu serve --allow-ingest`',
      tags: ['documents'],
      consumes: ['multipart/form-data'],
      response: { 201: z.object({ documentId: z.string() }), default: problemSchema },
    },
    handler: async (request, reply) => {
      if (ingest === null) throw new PipelineError('E_SERVE_NOT_ALLOWED', {})
      const stored = await taken(async () => {
        const { bytes, file } = await uploaded(request)
        return ingest(bytes, file)
      })
      return reply.status(201).send(stored)
    },
  })
}
