import type { FastifyReply, FastifyRequest } from 'fastify'
import { flatten, headerOf } from '../../export/cells.js'
import { csvLine } from '../../export/csv.js'

/** The formats a listing leaves in. */
export type ListingFormat = 'json' | 'csv'

/** The format a request asks for: `?format=` before `Accept`, where CSV must be preferred to JSON; null when neither will do. */
export function listingFormat(request: FastifyRequest, asked: ListingFormat | undefined): ListingFormat | null {
  if (asked !== undefined) return asked
  const wanted = (request.headers.accept ?? '*/*').split(',').map(part => {
    const [type = '', ...parameters] = part.split(';').map(p => p.trim().toLowerCase())
    const quality = parameters.find(p => p.startsWith('q='))
    return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
  })
  const best = (types: readonly string[]): number => Math.max(0, ...wanted.filter(w => types.includes(w.type)).map(w => w.quality))
  const csv = best(['text/csv', 'text/*'])
  const json = Math.max(best(['application/json', 'application/*']), best(['*/*']))
  if (csv === 0 && json === 0) return null
  return csv > json ? 'csv' : 'json'
}

/** Sends rows as a CSV file that spreadsheets open as it is: with a byte order mark, cells that cannot be formulas. */
export function sendCsv<R extends object>(reply: FastifyReply, name: string, columns: readonly (keyof R & string)[], rows: readonly R[]): FastifyReply {
  const text = [csvLine(headerOf(columns)), ...rows.map(row => csvLine(flatten(columns, row)))].join('')
  return reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .serializer((body: unknown) => String(body))
    .send(`\uFEFF${text}`)
}
