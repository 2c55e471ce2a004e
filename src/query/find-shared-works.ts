import type { Kysely } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import { describeWorks } from './find-candidates.js'
import { type CitationListing, findCitations } from './find-citations.js'

/** One that is asked about: a document, or all documents of a province. */
export interface Party {
  readonly name: string
  readonly documents: readonly string[]
}

/** How one document of a party cites a work. */
export interface SharedMention {
  readonly party: string
  readonly document: string | null
  readonly documentId: string
  readonly relations: readonly string[]
  readonly mentions: number
  /** The first mention, as printed. */
  readonly quote: string
}

/** A work that every party cites. */
export interface SharedWork {
  readonly work: string
  /** False where the parties leave out what would tell the work from others of its name or number. */
  readonly certain: boolean
  readonly type: string | null
  readonly number: string | null
  readonly date: string | null
  readonly title: string | null
  readonly citedBy: readonly SharedMention[]
}

interface SharedFilter {
  readonly type?: string | undefined
  readonly relation?: string | undefined
  readonly limit?: number | undefined
}

/**
 * The works that all parties cite, those that the most documents cite first. A mention counts for the work it resolves to; one that stays open
 * counts with those that state just as much, and the work is then not certain. A document's mentions of itself are left out.
 */
export async function findSharedWorks(db: Kysely<ReadDatabase>, parties: readonly Party[], filter: SharedFilter): Promise<SharedWork[]> {
  const { type, relation, limit } = filter
  const byWork = new Map<string, { certain: boolean; first: CitationListing; parties: Set<Party>; citedBy: Map<string, SharedMention> }>()
  for (const party of parties) {
    for (const c of await findCitations(db, { from: party.documents, type, relation })) {
      const id = c.resolvedWork ?? c.work
      if (id === null || c.self || c.citedDocumentId === c.documentId) continue
      const entry = byWork.get(id) ?? { certain: c.resolvedWork !== null, first: c, parties: new Set(), citedBy: new Map() }
      byWork.set(id, entry)
      entry.parties.add(party)
      const key = `${party.name}\n${c.documentId}`
      const before = entry.citedBy.get(key)
      entry.citedBy.set(key, {
        party: party.name,
        document: c.document,
        documentId: c.documentId,
        relations: [...new Set([...(before?.relations ?? []), c.relation])],
        mentions: (before?.mentions ?? 0) + 1,
        quote: before?.quote ?? c.quote,
      })
    }
  }
  const shared = [...byWork].filter(([, entry]) => entry.parties.size === parties.length)
  shared.sort(([a, x], [b, y]) => y.citedBy.size - x.citedBy.size || (a < b ? -1 : 1))
  const described = await describeWorks(
    db,
    shared.map(([id]) => id),
  )
  return shared.slice(0, limit).map(([work, { certain, first, citedBy }]) => {
    const known = described.get(work)
    return {
      work,
      certain,
      type: known?.type ?? first.type,
      number: known?.number ?? first.repaired ?? first.canonical,
      date: known?.date ?? first.date,
      title: known?.title ?? first.name,
      citedBy: [...citedBy.values()],
    }
  })
}
