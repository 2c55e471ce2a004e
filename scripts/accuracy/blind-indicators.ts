import { readJsonLines } from '../json-lines.js'
import type { Extraction } from './types.js'

/** A sentence of a plan with the entry that a reader chose for one of its values before seeing what is assigned; null where the catalogue has none. */
interface Judged {
  readonly document: string
  readonly sentence: string
  readonly quote: string
  readonly indicator: string | null
}

const judgements = (): Judged[] => readJsonLines<Judged>(new URL('../../tests/gold/indicators-blind.jsonl', import.meta.url))

/** The entry that the sentence's value gets where it stands among the goals of a plan. */
function assigned(judged: Judged, extract: (text: string) => Extraction): string | null {
  const before = 'KẾ HOẠCH\n\nI. MỤC TIÊU\n\n- '
  const at = before.length + judged.sentence.indexOf(judged.quote)
  return extract(`${before}${judged.sentence}\n`).targets.find(target => target.span.start === at)?.indicator ?? null
}

/** The section of the accuracy page on entries that were judged blind: how many agree, and each that does not. */
export function renderBlindIndicators(extract: (text: string) => Extraction): string {
  const all = judgements().map(judged => ({ ...judged, given: assigned(judged, extract) }))
  const wrong = all.filter(judged => judged.given !== judged.indicator)
  const covered = all.filter(judged => judged.indicator !== null)
  const lines = [
    '## Indicators judged blind',
    '',
    `A reader chose the catalogue entry, or none, for a sample of the targets of thirteen documents before seeing what is assigned: ${all.length - wrong.length} of ${all.length} agree,`,
    `${covered.filter(judged => judged.given === judged.indicator).length} of the ${covered.length} that an entry covers and ${all.length - covered.length - wrong.filter(judged => judged.indicator === null).length} of the ${all.length - covered.length} that none does.`,
    'At first sight, in the whole documents and with six more that cannot be shown in one sentence, 60 of 62 agreed; the two that did not were mended. Where an entry was added for a',
    'target since, its label was changed with it, so that these are no blind figures any more but show that nothing broke.',
    ...wrong.flatMap(({ document, sentence, quote, indicator, given }) => [
      '',
      `- **${document}** \`${quote}\`: judged ${indicator ?? 'none'}, given ${given ?? 'none'}`,
      `  > ${sentence}`,
    ]),
  ]
  return `${lines.join('\n')}\n`
}
