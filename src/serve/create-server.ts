import compress from '@fastify/compress'
import etag from '@fastify/etag'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import staticFiles from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { ServeContext } from './context.js'
import { RequestCounts, WINDOW_MS } from './http/count-requests.js'
import { problem, sendProblem, useProblems } from './http/problem.js'
import { refuseNul } from './http/refuse-nul.js'
import { guard, safeHeaders } from './http/security.js'
import { addCalendarRoute } from './routes/calendar.js'
import { addComparisonRoutes } from './routes/comparisons.js'
import { addDocumentRoutes } from './routes/documents.js'
import { addDraftRoutes } from './routes/drafts.js'
import { addFindingRoutes } from './routes/findings.js'
import { addListings } from './routes/listings.js'
import { addOverviewRoutes } from './routes/overview.js'

export interface ServerOptions {
  /** Host names besides this machine's own that are answered. */
  readonly allowedHosts: readonly string[]
  /** Folder of the built page; without it only the API is served. */
  readonly page: string | null
  readonly version: string
  /** Takes a line about an error that was not foreseen. */
  readonly log: (line: string) => void
  /** Requests a minute from one address; a page asks for a few dozen. */
  readonly requestsAMinute?: number
}

/** Every route under `/api/v1`. */
function api(app: FastifyInstance, context: ServeContext): void {
  refuseNul(app)
  addListings(app, context)
  addDocumentRoutes(app, context)
  addComparisonRoutes(app, context)
  addFindingRoutes(app, context)
  addOverviewRoutes(app, context)
  addCalendarRoute(app, context)
  addDraftRoutes(app, context)
}

/** The explorer: its API, the API's description under `/api/docs`, and the page. The caller listens and closes. */
export async function createServer(context: ServeContext, options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    // A slow or silent client holds a socket, not the server.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 500 },
    logger: false,
    // An address that cannot be decoded comes to no route and no hook.
    frameworkErrors: ({ code, statusCode = 400 }, _request, reply) => void sendProblem(reply.headers(safeHeaders), problem(statusCode, { code })),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  guard(app, options.allowedHosts)
  useProblems(app, options.log)
  await app.register(rateLimit, { max: options.requestsAMinute ?? 1200, timeWindow: WINDOW_MS, store: RequestCounts })
  await app.register(compress, { threshold: 1024 })
  await app.register(etag)
  await app.register(multipart, { limits: { files: 1, fields: 4, fileSize: context.maxUpload }, throwFileSizeLimit: true })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'chitieu',
        version: options.version,
        description: 'Targets, citations, tasks and findings of Vietnamese provincial decrees. Read-only, version 1.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  await app.register(async scope => api(scope, context), { prefix: '/api/v1' })
  if (options.page !== null) await app.register(staticFiles, { root: options.page, index: ['index.html'] })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const isView = options.page !== null && request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
    // The page's own addresses (/van-ban/…) are views of one file.
    if (isView) return reply.sendFile('index.html')
    return sendProblem(reply, problem(404, { detail: `There is nothing at ${request.url.slice(0, 200)}.`, hint: 'GET /api/docs describes every request.' }))
  })
  return app
}
