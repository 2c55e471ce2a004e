import type { FastifyInstance } from 'fastify'
import { problem, sendProblem } from './problem.js'

/** The one style element that the plotting library puts into its drawings; the browser tests fail when it changes with a new version. */
const plotStyle = "'sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM='"

/**
 * Nothing but what this server itself sends may run or be loaded; no other page may frame it or learn the address one came from. `style-src`
 * allows no inline style but one known by its hash: the page's marks are classes, positions of its drawings are attributes of SVG.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${plotStyle}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What every answer says, also those that are given before a request has come to a route. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

const isLoopbackName = (name: string): boolean => name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)

/** The name of a Host header without its port. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '')

/**
 * Whether a Host header may be answered. A page elsewhere can make a browser ask this address under a name of its own (DNS rebinding): the
 * name then gives it away. `allowed` are the names the server was told to listen on besides this machine's own.
 */
function isKnownHost(host: string | undefined, allowed: readonly string[]): boolean {
  if (host === undefined) return false
  const name = nameOf(host)
  return isLoopbackName(name) || allowed.some(its => nameOf(its) === name)
}

/** A request that changes something must come from this page: browsers say where it comes from. */
const isForeign = (site: string | undefined, origin: string | undefined, host: string | undefined): boolean =>
  (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)

/** Security headers on every answer; requests under an unknown name or from another page's forms are refused. */
export function guard(app: FastifyInstance, allowedHosts: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(safeHeaders)
    if (!isKnownHost(request.headers.host, allowedHosts))
      return sendProblem(
        reply,
        problem(421, { detail: 'The server does not answer to this host name.', hint: 'Open the address that `chitieu serve` prints.' }),
      )
    const { origin, host } = request.headers
    if (request.method !== 'GET' && request.method !== 'HEAD' && isForeign(request.headers['sec-fetch-site'] as string | undefined, origin, host))
      return sendProblem(reply, problem(403, { detail: 'The request comes from another page.' }))
    return undefined
  })
}
