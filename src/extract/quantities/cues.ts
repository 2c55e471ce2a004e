import type { QuantityCue } from '../../model/quantity-find.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'

/** The cues of some stages in a statement, in reading order. */
export function cuesIn(text: string, statement: Span, stages: readonly string[], rulebook: Rulebook): QuantityCue[] {
  const cues: QuantityCue[] = []
  const words = text.slice(statement.start, statement.end)
  for (const stage of stages) {
    for (const rule of rulebook.stage(stage)) {
      for (const m of rule.findAll(words)) {
        const span = { start: m.span.start + statement.start, end: m.span.end + statement.start }
        cues.push({ stage, ruleId: rule.id, emit: rule.emit, parts: m.parts, span, raw: m.raw })
      }
    }
  }
  return cues.sort((a, b) => a.span.start - b.span.start)
}
