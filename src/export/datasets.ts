import type { Kysely } from 'kysely'
import { findCitations } from '../query/find-citations.js'
import { findDocuments } from '../query/find-documents.js'
import { findOrigins } from '../query/find-origins.js'
import { findTargets } from '../query/find-targets.js'
import { findTasks } from '../query/find-tasks.js'
import { findWorks } from '../query/find-works.js'
import { documentIds, loadExtraction } from '../query/load-extraction.js'
import type { VersionScope } from '../query/versions.js'
import type { ReadDatabase } from '../store/schema.js'
import { citationColumns, documentColumns, originColumns, targetColumns, taskColumns, workColumns } from './columns.js'
import type { DatasetName } from './names.js'

/** One table of an export: its columns and its rows, document by document, so that memory does not grow with the corpus. */
export interface Dataset {
  readonly columns: readonly string[]
  rows(db: Kysely<ReadDatabase>, scope?: VersionScope): AsyncIterable<object>
}

/** Rows that are asked for at once where a table is not read document by document. */
const atOnce = 500

function* slices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += atOnce) yield all.slice(i, i + atOnce)
}

/** Rows of one document after another, each with what it takes to make it again: a row may be handed on without its table. */
async function* byDocument(
  db: Kysely<ReadDatabase>,
  scope: VersionScope | undefined,
  rowsOf: (id: string) => Promise<readonly object[]>,
): AsyncIterable<object> {
  for (const id of await documentIds(db, scope)) {
    const origin = (await findOrigins(db, [id])).get(id)
    for (const row of await rowsOf(id)) yield { ...row, ...origin }
  }
}

async function* documentRows(db: Kysely<ReadDatabase>, scope: VersionScope | undefined): AsyncIterable<object> {
  for (const ids of slices(await documentIds(db, scope))) {
    const origins = await findOrigins(db, ids)
    for (const row of await findDocuments(db, { ids })) yield { ...row, ...origins.get(row.id) }
  }
}

const named = async (db: Kysely<ReadDatabase>, id: string) => {
  const extraction = await loadExtraction(db, id)
  if (!extraction) throw new Error(`document ${id} is gone`)
  return { extraction, place: { document: extraction.document.number, province: extraction.document.province?.name ?? null, documentId: id } }
}

/** Everything that is exported; a new table is one row here. */
export const datasets = {
  documents: { columns: [...documentColumns, ...originColumns], rows: documentRows },
  targets: { columns: [...targetColumns, ...originColumns], rows: (db, scope) => byDocument(db, scope, id => findTargets(db, { documents: [id] })) },
  citations: { columns: [...citationColumns, ...originColumns], rows: (db, scope) => byDocument(db, scope, id => findCitations(db, { from: [id] })) },
  works: {
    columns: workColumns,
    async *rows(db, scope) {
      for (let after = ''; ; ) {
        const works = await findWorks(db, { after, limit: atOnce }, scope)
        yield* works
        if (works.length < atOnce) return
        after = works.at(-1)?.id as string
      }
    },
  },
  tasks: {
    columns: [...taskColumns, ...originColumns],
    rows: (db, scope) => byDocument(db, scope, id => findTasks(db, { documents: [id] })),
  },
  agencies: {
    columns: ['document', 'province', 'section', 'name', 'id', 'level', 'duty', 'quote', 'documentId', 'span', 'rule', ...originColumns],
    rows: (db, scope) =>
      byDocument(db, scope, async id => {
        const { extraction, place } = await named(db, id)
        return extraction.agencies.map(agency => ({ ...place, ...agency }))
      }),
  },
  references: {
    columns: ['document', 'province', 'section', 'pinpoint', 'host', 'targets', 'part', 'resolved', 'quote', 'documentId', 'span', 'rule', ...originColumns],
    rows: (db, scope) =>
      byDocument(db, scope, async id => {
        const { extraction, place } = await named(db, id)
        return extraction.references.map(reference => ({ ...place, ...reference }))
      }),
  },
  sections: {
    columns: ['document', 'province', 'path', 'label', 'title', 'kind', 'depth', 'id', 'parent', 'documentId', 'span', ...originColumns],
    rows: (db, scope) =>
      byDocument(db, scope, async id => {
        const { extraction, place } = await named(db, id)
        return extraction.sections.map(section => ({ ...place, ...section }))
      }),
  },
  diagnostics: {
    columns: ['document', 'province', 'code', 'severity', 'message', 'documentId', 'span', ...originColumns],
    rows: (db, scope) =>
      byDocument(db, scope, async id => {
        const { extraction, place } = await named(db, id)
        return extraction.diagnostics.map(diagnostic => ({ ...place, ...diagnostic }))
      }),
  },
} as const satisfies Record<DatasetName, Dataset>
