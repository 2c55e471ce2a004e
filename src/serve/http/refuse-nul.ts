import type { FastifyInstance } from 'fastify'
import { PipelineError } from '../../model/errors.js'

const holdsNul = (values: unknown): boolean => Object.values((values ?? {}) as Record<string, unknown>).some(value => String(value).includes('\0'))

/** Refuses parameters with the character NUL (`%00`): no name or number has it, and PostgreSQL takes no text that does. */
export function refuseNul(app: FastifyInstance): void {
  app.addHook('preValidation', async request => {
    if (holdsNul(request.query) || holdsNul(request.params)) throw new PipelineError('E_USAGE', { reason: 'A parameter holds the character NUL.' })
  })
}
