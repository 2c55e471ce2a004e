import { type Kysely, sql } from 'kysely'
import { fileNameOf } from '../model/file-name.js'
import { slicesOf } from '../model/slices.js'
import type { ReadDatabase } from '../store/schema.js'
import { noProvinceCode } from '../store/sort-key.js'
import { type CitationListing, findCitations } from './find-citations.js'
import { rowsOf } from './in-order.js'
import { ofVersions, type VersionScope } from './versions.js'

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

/** What is asked of a graph; what is left out does not narrow. */
export interface GraphFilter extends VersionScope {
  /** Ids of the documents that cite. */
  readonly from?: readonly string[] | undefined
  readonly relation?: string | undefined
}

/** The number of the one work that a mention can mean, also where it prints a law's name alone. */
const numberOf = (c: CitationListing): string | null => c.repaired ?? c.canonical ?? (c.resolvedWork === null ? null : (c.candidates[0]?.number ?? null))

/** Documents whose mentions are read by one question: what is kept of them are nodes and edges. */
const atOnce = 500

type Db = Kysely<ReadDatabase>

/** Ids of the documents that a graph is of, in the order of listings. A document that is named is shown whichever version it is. */
async function idsOf(db: Db, filter: GraphFilter): Promise<string[]> {
  if (filter.from) return [...filter.from]
  const { rows } = await sql<{ id: string }>`
    select id from document where ${sql.join([...ofVersions(filter, sql`document.id`), sql`true`], sql` and `)}
    order by coalesce(province_code, ${noProvinceCode}), coalesce(cast(date as text), ''), id`.execute(db)
  return rows.map(row => row.id)
}

/** Mentions of works by documents, those of themselves left out: so many documents at a time. */
async function* mentionsOf(db: Db, ids: readonly string[], { relation }: GraphFilter): AsyncGenerator<CitationListing> {
  for (const from of slicesOf(ids, atOnce)) for (const c of await findCitations(db, { from, relation })) if (!c.self && c.work !== null) yield c
}

/** Stored documents as nodes, by id. */
async function documentNodes(db: Db, ids: Iterable<string>): Promise<Map<string, GraphNode>> {
  const rows = await rowsOf([...ids].sort(), some =>
    db.selectFrom('document').select(['id', 'number', 'type', 'title', 'province', 'date', 'file']).where('id', 'in', some).execute(),
  )
  return new Map(
    rows.map(d => [
      d.id,
      { id: d.id, label: d.number ?? (d.file && fileNameOf(d.file)) ?? d.id, kind: 'document', type: d.type, province: d.province, date: d.date },
    ]),
  )
}

/** Who cites what: stored documents and cited works, an edge for each relation. A document's mentions of itself are left out. */
export async function citationGraph(db: Db, filter: GraphFilter): Promise<CitationGraph> {
  const ids = await idsOf(db, filter)
  const stored = new Set(filter.from ? [] : ids)
  const works = new Map<string, GraphNode>()
  const edges = new Map<string, GraphEdge>()
  for await (const c of mentionsOf(db, ids, filter)) {
    stored.add(c.documentId)
    if (c.citedDocumentId !== null) stored.add(c.citedDocumentId)
    const to = c.citedDocumentId ?? c.resolvedWork ?? (c.work as string)
    if (to === c.documentId) continue
    const known = works.get(to)
    if (c.citedDocumentId === null && (!known || (known.date === null && c.date !== null)))
      works.set(to, { id: to, label: numberOf(c) ?? c.name ?? to, kind: 'work', type: known?.type ?? c.type, province: null, date: c.date })
    const key = `${c.documentId}\n${to}\n${c.relation}`
    edges.set(key, { from: c.documentId, to, relation: c.relation, count: (edges.get(key)?.count ?? 0) + 1 })
  }
  return { nodes: [...(await documentNodes(db, stored)).values(), ...works.values()], edges: [...edges.values()] }
}
