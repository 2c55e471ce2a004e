/** What became of an input. `replaced`: its file held another document before; `skipped`: it was not meant to be read; `removed`: the file is gone. */
export const outcomes = ['stored', 'replaced', 'unchanged', 'failed', 'skipped', 'removed'] as const
export type Outcome = (typeof outcomes)[number]
