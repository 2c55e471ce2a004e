/** What became of an input. `replaced`: its file held another document before; `skipped`: it was not meant to be read. */
export const outcomes = ['stored', 'replaced', 'unchanged', 'failed', 'skipped'] as const
export type Outcome = (typeof outcomes)[number]
