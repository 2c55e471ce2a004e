import type { DatasetName } from './names.js'

/** How Parquet holds a column; what is not named is text. Lists and places of evidence are JSON. */
export type ParquetKind = 'INT32' | 'DOUBLE' | 'BOOLEAN' | 'DATE' | 'JSON' | 'STRING'

const span = { spanStart: 'INT32', spanEnd: 'INT32' } as const
const sight = { page: 'INT32', doubtful: 'BOOLEAN' } as const

/** Columns that are no text, by table and as their flat names have them. */
export const parquetTypes: Readonly<Record<DatasetName, Readonly<Record<string, ParquetKind>>>> = {
  documents: {
    date: 'DATE',
    targets: 'INT32',
    results: 'INT32',
    citations: 'INT32',
    tasks: 'INT32',
    assignments: 'INT32',
    diagnostics: 'INT32',
    current: 'BOOLEAN',
    versions: 'INT32',
  },
  targets: {
    ...span,
    ...sight,
    value: 'DOUBLE',
    valueMax: 'DOUBLE',
    denominator: 'DOUBLE',
    indicatorScore: 'DOUBLE',
    hedged: 'BOOLEAN',
    levels: 'JSON',
    evidence: 'JSON',
    documentDate: 'DATE',
    statementStart: 'INT32',
    statementEnd: 'INT32',
  },
  citations: {
    ...span,
    ...sight,
    date: 'DATE',
    documentDate: 'DATE',
    self: 'BOOLEAN',
    candidates: 'JSON',
    evidence: 'JSON',
    keySpanStart: 'INT32',
    keySpanEnd: 'INT32',
  },
  works: { exact: 'BOOLEAN', mentions: 'INT32', citingDocuments: 'INT32' },
  tasks: span,
  agencies: span,
  references: { ...span, targets: 'JSON', part: 'INT32', resolved: 'BOOLEAN' },
  sections: { ...span, depth: 'INT32', id: 'INT32', parent: 'INT32' },
  diagnostics: span,
}
