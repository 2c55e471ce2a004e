import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { extractorVersion } from '../../batch/extractor-version.js'
import { PipelineError } from '../../model/errors.js'
import { systemReason } from '../../model/system-reason.js'
import { directAnswers } from '../../serve/answers.js'
import { createContext, createReadContext } from '../../serve/create-context.js'
import { createServer } from '../../serve/create-server.js'
import { openThreadAnswers } from '../../serve/threads/thread-answers.js'
import { isPostgres, openStoreForReading, openStoreForWriting } from '../../store/open-store.js'
import type { Call } from '../command.js'
import { exitCodes } from '../exit-codes.js'
import { limitsOf } from '../limits-of.js'
import { defaultDatabase } from '../options.js'
import { rulesOf } from '../rules-of.js'

/** Bytes of the largest upload, where `--max-bytes` allows no less: uploads are drafts of one document; archives of scans are for `chitieu ingest`. */
const MOST_UPLOADED = 20 * 1024 * 1024
const loopback = '127.0.0.1'

/** The built page, beside the program's code or, when that runs from its source, in dist/. */
function pageFolder(): string | null {
  const places = [new URL('../../explorer/', import.meta.url), new URL('../../../dist/explorer/', import.meta.url)]
  return places.map(url => fileURLToPath(url)).find(folder => existsSync(`${folder}index.html`)) ?? null
}

const untilStopped = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise(resolve => {
    if (signal?.aborted) resolve()
    else signal?.addEventListener('abort', () => resolve(), { once: true })
  })

export async function runServe(call: Call): Promise<number> {
  const file = call.text('db') ?? defaultDatabase
  const host = call.text('host') ?? loopback
  const rulebook = await rulesOf(call)
  const allowIngest = call.flag('allow-ingest')
  const asked = limitsOf(call)
  const maxUpload = Math.min(asked.maxBytes, MOST_UPLOADED)
  const limits = { ...asked, maxBytes: maxUpload }
  const port = call.number('port') ?? 4173
  const page = pageFolder()
  const store = allowIngest ? await openStoreForWriting(file) : await openStoreForReading(file)
  const answers = isPostgres(file)
    ? directAnswers(createReadContext(store.db, rulebook, limits))
    : openThreadAnswers({ database: file, rules: call.text('rules'), rulebookHash: rulebook.hash, limits })
  const context = createContext(answers, store.db, rulebook, { limits, maxUpload, allowIngest })
  const app = await createServer(context, {
    allowedHosts: host === loopback ? [] : [host],
    page,
    version: extractorVersion,
    log: call.complain,
    requestsAMinute: call.number('requests') ?? 1200,
  })
  try {
    const address = await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
      throw new PipelineError('E_SERVE_LISTEN', { address: `${host}:${port}`, reason: systemReason(error) }, { cause: error })
    })
    if (host !== loopback) call.complain(`Anyone who reaches ${host} can read everything in ${store.name}${allowIngest ? ' and add to it' : ''}.`)
    if (page === null) call.complain('The page is not built, only its API is served: run `npm run build`.')
    call.out(`${address}\n`)
    call.note('Ctrl-C stops it.')
    await untilStopped(call.terminal.signal)
    return exitCodes.done
  } finally {
    // Whoever still waits for an answer is told, so that the server can close.
    await answers.close()
    await app.close()
    await store.close()
  }
}
