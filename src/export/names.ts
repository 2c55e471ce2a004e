// Names without what they stand for: the help of every command needs them, the libraries behind them only few commands.

/** The tables of an export. */
export const datasetNames = ['documents', 'targets', 'citations', 'works', 'tasks', 'agencies', 'references', 'sections', 'diagnostics'] as const
export type DatasetName = (typeof datasetNames)[number]

/** The formats of `chitieu export`: tables, or a file a document (`akn`, `annotations`). */
export const exportFormats = ['csv', 'xlsx', 'json', 'ndjson', 'parquet', 'akn', 'annotations'] as const
export type ExportFormat = (typeof exportFormats)[number]
