import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { isCalled } from '../audit/check.js'
import { checks } from '../audit/checks/index.js'
import { type Audit, beginAudit } from '../audit/run-audit.js'
import type { Finding } from '../model/audit.js'
import { gravityOf, type Severity } from '../model/diagnostic.js'
import { severities } from '../model/vocabulary.js'
import { auditSource, loadAuditDocument } from '../query/audit-source.js'
import type { VersionScope } from '../query/versions.js'
import type { Rulebook } from '../rulebook/rulebook.js'
import type { ReadDatabase } from '../store/schema.js'
import { kept } from './kept.js'

/** Which findings are wanted; what is left out does not narrow. */
export interface FindingFilter {
  /** Ids of documents. */
  readonly documents?: ReadonlySet<string> | undefined
  /** Id of a check, or its beginning before a dot. */
  readonly check?: string | undefined
  /** The least severity. */
  readonly severity?: Severity | undefined
  /** All versions of each decree compared with each other, in place of the current ones. */
  readonly allVersions?: boolean | undefined
}

/** The findings of the audit over all stored documents. */
export interface StoredFindings {
  /** Findings in one document; the comparison with others is the last that was made. */
  of(id: string): Promise<readonly Finding[]>
  /** The findings that a filter wants, by document, from row `offset` on. */
  find(filter: FindingFilter, page?: { readonly offset: number; readonly limit: number }): Promise<readonly Finding[]>
}

const severityCount = severities.length

/** A finding as one byte: its check and its severity. Pages are told by these; the findings themselves are made again, which takes milliseconds a document. */
const markOf = ({ check, severity }: Finding): number => checks.findIndex(({ id }) => id === check) * severityCount + gravityOf(severity)

/** Whether a mark is of a finding that a filter wants. */
function markFilter({ check, severity }: FindingFilter): (mark: number) => boolean {
  const least = gravityOf(severity ?? 'info')
  const wanted = new Set(checks.flatMap((known, i) => (check === undefined || isCalled(known, check) ? [i] : [])))
  return mark => mark % severityCount >= least && wanted.has(Math.floor(mark / severityCount))
}

/** Lets requests be answered between two documents: a database in this process answers without a pause. */
const breathe = (): Promise<void> => setImmediate()

async function compareAll(db: Kysely<ReadDatabase>, rulebook: Rulebook, scope: VersionScope): Promise<Audit> {
  const audit = beginAudit(rulebook)
  for await (const document of (await auditSource(db, scope)).citing()) {
    audit.compare(document)
    await breathe()
  }
  return audit
}

type Marks = ReadonlyMap<string, Uint8Array>

async function markAll(db: Kysely<ReadDatabase>, audit: Audit, scope: VersionScope): Promise<Marks> {
  const marks = new Map<string, Uint8Array>()
  for await (const document of (await auditSource(db, scope)).whole()) {
    marks.set(document.id, Uint8Array.from(audit.findingsOf(document), markOf))
    await breathe()
  }
  return marks
}

/** What is kept of the audit of the current versions, or of all. */
function keptAudit(db: Kysely<ReadDatabase>, rulebook: Rulebook, scope: VersionScope) {
  const comparison = kept(db, () => compareAll(db, rulebook, scope))
  const index = kept(db, async () => {
    const audit = await comparison()
    return { audit, marks: await markAll(db, audit, scope) }
  })
  return { comparison, index }
}

/** Findings of a database: only a byte of each is kept. */
export function storedFindings(db: Kysely<ReadDatabase>, rulebook: Rulebook): StoredFindings {
  const [current, all] = [keptAudit(db, rulebook, {}), keptAudit(db, rulebook, { allVersions: true })]
  const findingsOf = async (audit: Audit, id: string): Promise<readonly Finding[]> => {
    const document = await loadAuditDocument(db, id)
    return document === null ? [] : audit.findingsOf(document)
  }
  return {
    of: async id => findingsOf(await current.comparison(), id),
    async find(filter, page) {
      const isWanted = markFilter(filter)
      const { comparison, index } = filter.allVersions ? all : current
      const { audit, marks } = filter.documents === undefined ? await index() : { audit: await comparison(), marks: null }
      const found: Finding[] = []
      let left = page?.offset ?? 0
      for (const id of marks?.keys() ?? filter.documents ?? []) {
        const count = marks?.get(id)?.reduce((sum, mark) => sum + (isWanted(mark) ? 1 : 0), 0) ?? Number.POSITIVE_INFINITY
        if (count === 0) continue
        if (count <= left) {
          left -= count
          continue
        }
        const own = (await findingsOf(audit, id)).filter(finding => isWanted(markOf(finding)))
        found.push(...own.slice(left))
        left = Math.max(0, left - own.length)
        if (page && found.length >= page.limit) return found.slice(0, page.limit)
      }
      return found
    },
  }
}
