import { createHash } from 'node:crypto'
import type { Extraction } from '../model/extraction.js'
import type { Reading } from '../model/reading.js'
import { rawTextOf } from '../model/source.js'
import type { CompiledRule, Rulebook, RuleMatch } from '../rulebook/index.js'
import { extractDocument, readText } from './pipeline.js'

/** What each stage made of a text. */
export interface Explanation {
  readonly reading: Reading
  /** Every rule of every stage that fires anywhere in the normalized text, also where another wins: left to right. */
  readonly fired: readonly { readonly stage: string; readonly match: RuleMatch }[]
  readonly extraction: Extraction
}

/** Runs a text through the stages and keeps what each of them saw. */
export function explainText(text: string, rulebook: Rulebook): Explanation {
  const reading = readText(text, rulebook)
  const homeOf = new Map(rulebook.tables('patterns').flatMap(file => file.rules.map(rule => [rule.id, file] as const)))
  const matchesOf = (rule: CompiledRule): readonly RuleMatch[] =>
    homeOf.get(rule.id)?.at === 'line-start'
      ? reading.segmentation.blocks.flatMap(block => rule.matchAt(reading.text, block.span.start) ?? [])
      : rule.findAll(reading.text)
  const fired = rulebook.rules
    .flatMap(rule => matchesOf(rule).map(match => ({ stage: homeOf.get(rule.id)?.stage ?? '', match })))
    .sort((a, b) => a.match.span.start - b.match.span.start || b.match.span.end - a.match.span.end)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const extraction = extractDocument(rawTextOf(text, { sha256 }), rulebook)
  return { reading, fired, extraction }
}
