import type { Kysely } from 'kysely'
import { fileNameOf } from '../model/file-name.js'
import type { ReadDatabase } from '../store/schema.js'
import { type CitationListing, findCitations } from './find-citations.js'
import type { VersionScope } from './versions.js'

export interface GraphNode {
  readonly id: string
  readonly label: string
  /** `document`: stored; `work`: only cited. */
  readonly kind: 'document' | 'work'
  readonly type: string | null
  readonly province: string | null
  readonly date: string | null
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly relation: string
  /** How many mentions say so. */
  readonly count: number
}

export interface CitationGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** The number of the one work that a mention can mean, also where it prints a law's name alone. */
const numberOf = (c: CitationListing): string | null => c.repaired ?? c.canonical ?? (c.resolvedWork === null ? null : (c.candidates[0]?.number ?? null))

/** Who cites what: stored documents and cited works, an edge for each relation. A document's mentions of itself are left out. */
export async function citationGraph(
  db: Kysely<ReadDatabase>,
  filter: VersionScope & { readonly from?: readonly string[] | undefined; readonly relation?: string | undefined },
): Promise<CitationGraph> {
  const stored = db.selectFrom('document').select(['id', 'number', 'type', 'title', 'province', 'date', 'file']).orderBy('id')
  // A document that is named is shown whichever version it is.
  const documents = await (filter.allVersions || filter.from ? stored : stored.where('current', '=', 1)).execute()
  const nodes = new Map<string, GraphNode>()
  const citations = (await findCitations(db, filter)).filter(c => !c.self && c.work !== null)
  const touched = new Set(citations.flatMap(c => [c.documentId, ...(c.citedDocumentId ? [c.citedDocumentId] : [])]))
  for (const d of documents) {
    if (filter.from ? !touched.has(d.id) : false) continue
    nodes.set(d.id, { id: d.id, label: d.number ?? (d.file && fileNameOf(d.file)) ?? d.id, kind: 'document', type: d.type, province: d.province, date: d.date })
  }
  const edges = new Map<string, GraphEdge>()
  for (const c of citations) {
    const to = c.citedDocumentId ?? c.resolvedWork ?? (c.work as string)
    if (to === c.documentId) continue
    const known = nodes.get(to)
    if (!known || (known.kind === 'work' && known.date === null && c.date !== null)) {
      nodes.set(to, { id: to, label: numberOf(c) ?? c.name ?? to, kind: 'work', type: known?.type ?? c.type, province: null, date: c.date })
    }
    const key = `${c.documentId}\n${to}\n${c.relation}`
    const edge = edges.get(key)
    edges.set(key, { from: c.documentId, to, relation: c.relation, count: (edge?.count ?? 0) + 1 })
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] }
}
