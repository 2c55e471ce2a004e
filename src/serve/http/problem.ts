import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type ErrorCode, PipelineError } from '../../model/errors.js'

/** An error as the API gives it (RFC 9457), with the program's permanent code and its hint. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional(),
    hint: z.string().optional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof problemSchema>

/** Statuses of the codes that a request can cause; every other coded error is about the input, so 422. */
const statuses: Partial<Record<ErrorCode, number>> = {
  E_QUERY_NO_DOCUMENT: 404,
  E_QUERY_NO_PROVINCE: 404,
  E_QUERY_AMBIGUOUS: 409,
  E_USAGE: 400,
  E_INTERNAL: 500,
  E_STORE_OPEN: 503,
  E_STORE_MISSING: 503,
  E_STORE_VERSION: 503,
  E_STORE_CONNECT: 503,
  E_STORE_FAILED: 503,
  E_SYSTEM_FILES: 503,
  E_SERVE_NOT_ALLOWED: 403,
  E_SERVE_BUSY: 503,
  E_SERVE_TOO_MUCH: 503,
  E_READ_TOO_LARGE: 413,
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not available in this format',
  409: 'More than one fits',
  413: 'Too large',
  415: 'Unsupported content',
  421: 'Wrong host',
  422: 'The document cannot be used',
  429: 'Too many requests',
  503: 'The database is not available',
}

const titleOf = (status: number): string => titles[status] ?? (status < 500 ? 'The request cannot be met' : 'Something went wrong here')

/** The parts of a problem that follow from its status. */
export const problem = (status: number, rest: Omit<Problem, 'type' | 'title' | 'status'> = {}): Problem => ({
  type: 'about:blank',
  title: titleOf(status),
  status,
  ...rest,
})

/** What an error looks like from outside: coded errors in full, anything unforeseen without its words, which may name paths. */
function toProblem(error: unknown): Problem {
  if (error instanceof PipelineError) return problem(statuses[error.code] ?? 422, { detail: error.message, code: error.code, hint: error.hint })
  if (hasZodFastifySchemaValidationErrors(error)) {
    const detail = error.validation.map(v => `${v.instancePath.slice(1) || error.validationContext}: ${v.message}`).join('; ')
    return problem(400, { detail, code: 'E_USAGE', hint: 'GET /api/docs describes every request.' })
  }
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string }
  if (statusCode !== undefined && statusCode < 500) return problem(statusCode, { ...(message && { detail: message }), ...(code && { code }) })
  return problem(500, { code: 'E_INTERNAL', hint: "The server's log says what happened." })
}

export const sendProblem = (reply: FastifyReply, its: Problem): FastifyReply =>
  reply.status(its.status).type('application/problem+json').serializer(JSON.stringify).send(its)

/** Makes every error and every unknown address a problem document. */
export function useProblems(app: FastifyInstance, log: (line: string) => void): void {
  app.setErrorHandler((error: unknown, request: FastifyRequest, reply) => {
    const its = toProblem(error)
    if (its.status >= 500) log(`${request.method} ${request.url}: ${(error as Error)?.stack ?? String(error)}`)
    return sendProblem(reply, its)
  })
}
