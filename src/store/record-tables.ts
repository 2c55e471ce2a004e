/** The tables whose rows belong to one document and leave with it, each with `document_id` and `ordinal`. Rows that others point at come first. */
export const recordTables = ['section', 'target', 'citation', 'task', 'agency', 'cross_reference', 'abbreviation', 'diagnostic', 'passage'] as const
