import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { runAudit } from '../audit/run-audit.js'
import type { Finding } from '../model/audit.js'
import { loadAuditCorpus } from '../query/load-audit-corpus.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { ReadDatabase } from '../store/schema.js'

/** What the stored documents are, in one word: it changes when one is added, replaced, removed or extracted anew. */
async function stampOf(db: Kysely<ReadDatabase>): Promise<string> {
  const rows = await db.selectFrom('document').select(['id', 'rulebook_hash', 'extractor_version']).orderBy('id').execute()
  const hash = createHash('sha256')
  for (const row of rows) hash.update(`${row.id} ${row.rulebook_hash} ${row.extractor_version}\n`)
  return hash.digest('hex')
}

/**
 * The audit of a database, run when it is first asked for and again when the documents have changed: it reads every document, which is too
 * much for each request. Requests that come while it runs wait for the same run.
 */
export function auditOf(db: Kysely<ReadDatabase>, rulebook: Rulebook): () => Promise<readonly Finding[]> {
  let last: { readonly stamp: string; readonly findings: Promise<readonly Finding[]> } | null = null
  return async () => {
    const stamp = await stampOf(db)
    if (last?.stamp !== stamp) {
      const findings = loadAuditCorpus(db).then(corpus => runAudit(corpus, rulebook))
      last = { stamp, findings }
      findings.catch(() => {
        last = null
      })
    }
    return last.findings
  }
}
