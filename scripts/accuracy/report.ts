import { type Score, sentenceAround } from './score.js'
import type { Extraction } from './types.js'

/** The scores of one labelled document with its text. */
export interface DocumentScores {
  readonly doc: string
  readonly result: Extraction
  readonly scores: readonly Score[]
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** The accuracy page: figures for each layer and attribute, then every error with its sentence. */
export function renderReport(documents: readonly DocumentScores[]): string {
  const lines = [
    '# Accuracy',
    '',
    'Made by `npm run accuracy` from the labels in `tests/gold` (what they mean: `tests/gold/GUIDE.md`). Found: the record is there. Wholly right: every',
    'scored attribute agrees too. Counted are all targets and, of results, percentages and money, since plain counts in reports are not labelled exhaustively.',
    '',
    '| document | layer | labelled | given | found F1 | wholly right F1 | attributes that differ |',
    '|---|---|---:|---:|---:|---:|---|',
  ]
  for (const { doc, result, scores } of documents) {
    for (const s of scores) {
      const differing =
        s.attributes
          .filter(a => a.right < a.of)
          .map(a => `${a.name} ${a.right}/${a.of}`)
          .join(', ') || 'none'
      lines.push(
        `| ${result.document.number} (${doc}) | ${s.name} | ${s.found.owed} | ${s.found.given} | ${percent(s.found.f1)} | ${percent(s.whole.f1)} | ${differing} |`,
      )
    }
  }
  lines.push('', '## Errors', '')
  const errors = documents.flatMap(({ doc, result, scores }) =>
    scores.flatMap(s =>
      s.disagreements.map(
        d => `- **${d.kind}** ${s.name} in ${doc}: \`${d.quote.replace(/\s+/g, ' ').slice(0, 100)}\`, ${d.detail}\n  > ${sentenceAround(result.text, d.at)}`,
      ),
    ),
  )
  lines.push(...(errors.length > 0 ? errors : ['None on the labelled documents.']))
  return `${lines.join('\n')}\n`
}
