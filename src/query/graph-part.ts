import { type Kysely, sql } from 'kysely'
import type { ReadDatabase } from '../store/schema.js'
import { type CitationGraph, citationGraph, type GraphFilter } from './citation-graph.js'
import { ofVersions } from './versions.js'

/** A part of a graph that can be drawn, and how much the whole has: documents, and works as mentions state them. */
export interface GraphPart extends CitationGraph {
  readonly whole: { readonly documents: number; readonly works: number }
}

type Counted = { readonly id: string }

/** The documents that cite most, by the number of their mentions, then by id. */
async function mostCiting(db: Kysely<ReadDatabase>, { relation, ...scope }: GraphFilter, most: number): Promise<string[]> {
  const conditions = [
    ...ofVersions(scope, sql`citation.document_id`),
    ...(relation === undefined ? [] : [sql<boolean>`relation = ${relation}`]),
    sql<boolean>`true`,
  ]
  const { rows } = await sql<Counted>`
    select document_id as id from citation where ${sql.join(conditions, sql` and `)} group by document_id order by count(*) desc, document_id limit ${most}`.execute(
    db,
  )
  return rows.map(row => row.id)
}

async function wholeOf(db: Kysely<ReadDatabase>, scope: GraphFilter): Promise<GraphPart['whole']> {
  const [counts] = ofVersions(scope, sql`document.id`)
  const documents = await sql<{ count: number }>`select count(*) as count from document where ${counts ?? sql`true`}`.execute(db)
  const works = await sql<{ count: number }>`select count(*) as count from work where exists (select 1 from citation where citation.work_id = work.id)`.execute(
    db,
  )
  return { documents: documents.rows[0]?.count ?? 0, works: works.rows[0]?.count ?? 0 }
}

/** The nodes that most edges meet in, and the edges between them; nodes keep their order. */
function pruned({ nodes, edges }: CitationGraph, most: number): CitationGraph {
  if (nodes.length <= most) return { nodes, edges }
  const degrees = new Map<string, number>()
  for (const { from, to } of edges) for (const id of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  const kept = new Set(
    nodes
      .map(node => node.id)
      .toSorted((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0))
      .slice(0, most),
  )
  return { nodes: nodes.filter(node => kept.has(node.id)), edges: edges.filter(({ from, to }) => kept.has(from) && kept.has(to)) }
}

/**
 * As `citationGraph`, but of no more than so many nodes: of more documents those that cite most, and of what they cite with them what most edges
 * meet in. A graph of a hundred thousand documents could be neither sent nor drawn.
 */
export async function graphPart(db: Kysely<ReadDatabase>, filter: GraphFilter, most: number): Promise<GraphPart> {
  const whole = await wholeOf(db, filter)
  const isWhole = filter.from !== undefined || whole.documents <= most
  const graph = await citationGraph(db, isWhole ? filter : { ...filter, from: await mostCiting(db, filter, most) })
  return { ...pruned(graph, most), whole }
}
