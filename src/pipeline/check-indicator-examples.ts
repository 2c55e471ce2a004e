import { rawTextOf } from '../model/source.js'
import type { ExampleFault } from '../rulebook/check-examples.js'
import type { Rulebook } from '../rulebook/index.js'
import { extractDocument } from './pipeline.js'

export interface IndicatorExamples {
  readonly examples: number
  /** How many nobody has seen in a document. */
  readonly invented: number
  readonly faults: readonly ExampleFault[]
}

/** Reads the example sentences of the catalogue of indicators as items of a plan, and tells which do not give their value the entry they stand under. */
export function checkIndicatorExamples(rulebook: Rulebook): IndicatorExamples {
  const examples = rulebook.tables('indicators').flatMap(file => file.entries.flatMap(({ id, examples }) => examples.map(example => ({ id, ...example }))))
  const faults = examples.flatMap(({ id, text, value }): ExampleFault[] => {
    const { targets } = extractDocument(rawTextOf(`I. MỤC TIÊU\n\n- ${text}\n`), rulebook)
    if (targets.some(target => target.quote === value && target.indicator === id)) return []
    const read = targets.map(({ quote, indicator }) => `${quote} (${indicator ?? 'no indicator'})`)
    return [{ rule: id, text, message: `gives ${read.join(', ') || 'no value'} instead of ${value} (${id})` }]
  })
  return { examples: examples.length, invented: examples.filter(({ source }) => source === 'invented').length, faults }
}
