import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { discover } from '../../src/batch/discover.js'
import { ingest } from '../../src/batch/ingest.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { directAnswers } from '../../src/serve/answers.js'
import { createContext, createReadContext } from '../../src/serve/create-context.js'
import { createServer } from '../../src/serve/create-server.js'
import { openThreadAnswers } from '../../src/serve/threads/thread-answers.js'
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
  /** Whether threads answer, as a server of a SQLite file has it. */
  readonly threads?: boolean
}

/** A server over a real database of the given files, by default the seeds. */
export async function aServer({
  sources = ['seeds'],
  allowIngest = false,
  maxUpload = 1024 * 1024,
  requestsAMinute = 10_000,
  page = null,
  database,
  threads = false,
}: Options = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'chitieu-serve-'))
  const rulebook = loadRulebook()
  const store = await openStoreForWriting(database ?? join(folder, 'test.sqlite'))
  await ingest(store.db, await discover(sources), { rulebook, limits: defaultLimits, force: false })
  const log: string[] = []
  const limits = { ...defaultLimits, maxBytes: maxUpload }
  const answers = threads
    ? openThreadAnswers({ database: join(folder, 'test.sqlite'), rules: undefined, rulebookHash: rulebook.hash, limits })
    : directAnswers(createReadContext(store.db, rulebook, limits))
  const context = createContext(answers, store.db, rulebook, { limits, maxUpload, allowIngest })
  const app = await createServer(context, { allowedHosts: ['plans.example'], page, version: 'test', log: line => log.push(line), requestsAMinute })
  await app.ready()
  return {
    app,
    store,
    log,
    close: async () => {
      await answers.close()
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
