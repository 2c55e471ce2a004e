import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { discover } from '../../src/batch/discover.js'
import { ingest } from '../../src/batch/ingest.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { createContext } from '../../src/serve/create-context.js'
import { createServer } from '../../src/serve/create-server.js'
import { openStoreForWriting, type Store } from '../../src/store/open-store.js'

export interface TestServer {
  readonly app: FastifyInstance
  readonly store: Store
  readonly log: readonly string[]
  close(): Promise<void>
}

interface Options {
  readonly sources?: readonly string[]
  readonly allowIngest?: boolean
  readonly maxUpload?: number
  readonly requestsAMinute?: number
  readonly page?: string | null
  /** The URL of an empty PostgreSQL database; SQLite without it. */
  readonly database?: string
}

/** A server over a real database of the given files, by default the seeds. */
export async function aServer({
  sources = ['seeds'],
  allowIngest = false,
  maxUpload = 1024 * 1024,
  requestsAMinute = 10_000,
  page = null,
  database,
}: Options = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-serve-'))
  const rulebook = loadRulebook()
  const store = await openStoreForWriting(database ?? join(folder, 'test.sqlite'))
  await ingest(store.db, await discover(sources), { rulebook, limits: defaultLimits, force: false })
  const log: string[] = []
  const context = createContext(store.db, rulebook, { limits: { ...defaultLimits, maxBytes: maxUpload }, maxUpload, allowIngest })
  const app = await createServer(context, { allowedHosts: ['plans.example'], page, version: 'test', log: line => log.push(line), requestsAMinute })
  await app.ready()
  return {
    app,
    store,
    log,
    close: async () => {
      await app.close()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A multipart request with one file. */
export function upload(file: string, bytes: Buffer): { readonly payload: Buffer; readonly headers: Record<string, string> } {
  const boundary = 'chitieu-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
