import fc from 'fast-check'
import { aServer, upload } from '../../tests/serve/a-server.js'
import { damagedText } from './material.js'
import { objectWords } from './object-words.js'
import { hidden, inTime, type Subject } from './subject.js'

export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly names: readonly string[]
}

export interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly { readonly name: string; readonly in: string }[] }>>>>
}

/** Every route that the API's own description names, with the names of what it takes. */
export const routesOf = ({ paths = {} }: Described): Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [] }]) =>
      method === 'get' || method === 'post'
        ? [{ method: method.toUpperCase() as Route['method'], path, names: parameters.filter(p => p.in === 'query').map(p => p.name) }]
        : [],
    ),
  )

const odd = [
  '',
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  ...objectWords,
  '%',
  '%00',
  '\u0000',
  "' or 1=1 --",
  '../../etc/passwd',
  '..%2f',
  'a'.repeat(5000),
  '[]',
  '{"a":1}',
  '💥',
  '\ud800',
]
const sound = [
  'Trà Vinh',
  'tra vinh',
  '2025',
  '2021/2025',
  '384/QĐ-UBND',
  '45/2020/NĐ-CP',
  'tthc.online',
  'csv',
  'json',
  'xlsx',
  '1',
  '50',
  'Sở Nội vụ',
  'cải cách',
  'error',
  'target',
  'true',
]
const value = fc.oneof(fc.constantFrom(...odd), fc.constantFrom(...sound), fc.string({ unit: 'binary', maxLength: 20 }))

/** Half a character has no code in an address. */
const encoded = (words: string): string => encodeURIComponent(words.replace(/\p{Surrogate}/gu, '?'))

/** Every route with odd values: an answer or a coded refusal, never a fault of the server. */
export const routes: Subject = {
  about: 'every route answers or refuses, whatever it is asked',
  async open(material) {
    const server = await aServer({ allowIngest: true, requestsAMinute: 1_000_000 })
    const all = routesOf(server.app.swagger() as Described)
    if (all.length < 10) throw new Error(`the API describes ${all.length} routes`)
    const documents = await server.store.db.selectFrom('document').select(['id', 'number']).execute()
    const ids = fc.oneof(value, fc.constantFrom(...documents.flatMap(d => [d.id, d.number ?? ''])))
    const input = fc.record({
      route: fc.nat(all.length - 1),
      query: fc.array(fc.tuple(fc.nat(), value), { maxLength: 5 }),
      place: fc.array(ids, { minLength: 3, maxLength: 3 }),
      accept: fc.constantFrom(undefined, 'text/csv', 'application/json', '*/*;q=0', 'text/html', '\u0001'),
      body: damagedText(material),
    })
    return {
      property: hidden(
        fc.asyncProperty(input, async ({ route, query, place, accept, body }) => {
          const { method, path, names } = all[route] as Route
          let at = 0
          const url = path.replace(/\{[^}]+\}/g, () => encoded(place[at++ % place.length] as string))
          const search = query.map(
            ([name, words]) => `${encodeURIComponent(names.length === 0 ? 'x' : (names[name % names.length] as string))}=${encoded(words)}`,
          )
          const sent = method === 'POST' ? upload('draft.txt', Buffer.from(body)) : null
          const response = await inTime(() =>
            server.app.inject({
              method,
              url: `${url}?${search.join('&')}`,
              ...(sent && { payload: sent.payload }),
              headers: { ...sent?.headers, ...(accept !== undefined && { accept }) },
            }),
          )
          if (response.statusCode >= 500 || /E_INTERNAL/.test(response.body))
            throw new Error(`${method} ${url}?${search.join('&')}: ${response.statusCode} ${response.body.slice(0, 300)}`)
        }),
      ),
      done: server.close,
    }
  },
}
