import type { Kysely } from 'kysely'
import type { Extraction } from '../model/extraction.js'
import { slicesOf } from '../model/slices.js'
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
  for (const ids of slicesOf(await documentIds(db, scope), atOnce)) {
    const origins = await findOrigins(db, ids)
    for (const row of await findDocuments(db, { ids })) yield { ...row, ...origins.get(row.id) }
  }
}

/** Rows that stand in the extraction itself, each with the document it is of. */
const recordsOf =
  (records: (extraction: Extraction) => readonly object[]): Dataset['rows'] =>
  (db, scope) =>
    byDocument(db, scope, async id => {
      const extraction = await loadExtraction(db, id)
      if (!extraction) throw new Error(`document ${id} is gone`)
      const { number, province } = extraction.document
      return records(extraction).map(record => ({ document: number, province: province?.name ?? null, documentId: id, ...record }))
    })

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
    rows: recordsOf(extraction => extraction.agencies),
  },
  references: {
    columns: ['document', 'province', 'section', 'pinpoint', 'host', 'targets', 'part', 'resolved', 'quote', 'documentId', 'span', 'rule', ...originColumns],
    rows: recordsOf(extraction => extraction.references),
  },
  sections: {
    columns: ['document', 'province', 'path', 'label', 'title', 'kind', 'depth', 'id', 'parent', 'documentId', 'span', ...originColumns],
    rows: recordsOf(extraction => extraction.sections),
  },
  diagnostics: {
    columns: ['document', 'province', 'code', 'severity', 'message', 'documentId', 'span', ...originColumns],
    rows: recordsOf(extraction => extraction.diagnostics),
  },
} as const satisfies Record<DatasetName, Dataset>
