import type { Kysely } from 'kysely'
import { beginAudit } from '../audit/run-audit.js'
import type { Extraction } from '../model/extraction.js'
import { auditSource } from '../query/audit-source.js'
import { compareTargets } from '../query/compare-targets.js'
import type { NationalTarget } from '../query/national-level.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import { identityOf } from '../store/document-identity.js'
import type { ReadDatabase } from '../store/schema.js'
import { documentId } from '../store/to-rows.js'
import type { DraftReport } from './schemas/draft.js'

/** Makes the report on an uploaded file. Throws `PipelineError` when it cannot be read. */
export type DraftReader = (bytes: Uint8Array, file: string) => Promise<DraftReport>

/** The stored documents that are the same decree as a draft, and its own bytes. */
async function versionIds(db: Kysely<ReadDatabase>, id: string, identity: string | null): Promise<ReadonlySet<string>> {
  const rows = identity === null ? [] : await db.selectFrom('document').select('id').where('identity', '=', identity).execute()
  return new Set([id, ...rows.map(row => row.id)])
}

/**
 * Sets a draft beside the stored documents without storing it: its own findings with the whole corpus in view, and what the provinces
 * set on the indicators that it sets.
 */
export async function reportOnDraft(
  db: Kysely<ReadDatabase>,
  rulebook: Rulebook,
  nationalTargets: readonly NationalTarget[],
  draft: Extraction,
): Promise<DraftReport> {
  const id = documentId(draft.source.sha256)
  const stored = await db.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst()
  // A stored version of the decree that the draft is of would contradict it in every place that was changed.
  const own = await versionIds(db, id, identityOf(draft.document))
  const document = { id, file: draft.source.file, extraction: draft }
  const audit = beginAudit(rulebook)
  for await (const other of (await auditSource(db)).citing()) if (!own.has(other.id)) audit.compare(other)
  audit.compare(document)
  const findings = audit.findingsOf(document)
  const indicators = [...new Set(draft.targets.flatMap(target => (target.role === 'target' && target.indicator !== null ? [target.indicator] : [])))]
  const neighbours = (await Promise.all(indicators.map(indicator => compareTargets(db, { indicator }, nationalTargets)))).flatMap(comparisons =>
    comparisons.filter(comparison => indicators.includes(comparison.indicator)).slice(0, 1),
  )
  return { extraction: draft, findings, neighbours, storedAs: stored?.id ?? null }
}
