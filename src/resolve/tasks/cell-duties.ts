import type { Rulebook } from '../../rulebook/index.js'

/** Who leads and who supports, as one cell says it. */
export interface CellDuties {
  readonly lead: string
  readonly support: string | null
}

/** Parts the words of a lead's cell: "Sở Nội vụ chủ trì, phối hợp với các sở" names both sides. A cell that says nothing of the kind is the lead as it stands. */
export function cellDuties(words: string, rulebook: Rulebook): CellDuties {
  for (const rule of rulebook.stage('task-cell')) {
    const match = rule.matchAt(words, 0)
    const lead = match?.parts.lead
    if (match && lead !== undefined && match.raw.length === words.length) return { lead, support: match.parts.support ?? null }
  }
  return { lead: words, support: null }
}
