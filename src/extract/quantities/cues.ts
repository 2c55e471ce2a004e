import type { QuantityCue } from '../../model/quantity-find.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'

/** The cues of some stages in a statement, in reading order. */
export function cuesIn(text: string, statement: Span, stages: readonly string[], rulebook: Rulebook): QuantityCue[] {
  const cues: QuantityCue[] = []
  for (const stage of stages) {
    for (const rule of rulebook.stageIn(stage, text, statement.start, statement.end)) {
      for (const { parts, span, raw } of rule.findWithin(text, statement.start, statement.end))
        cues.push({ stage, ruleId: rule.id, emit: rule.emit, parts, span, raw })
    }
  }
  return cues.sort((a, b) => a.span.start - b.span.start)
}
