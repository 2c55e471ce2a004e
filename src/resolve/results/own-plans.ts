import type { TargetRecord } from '../../model/extraction.js'
import type { Reading, Unplaced } from '../../model/reading.js'
import type { Span } from '../../model/text.js'
import type { CompiledRule, Rulebook, RuleMatch } from '../../rulebook/index.js'

type Target = Unplaced<TargetRecord>

/** How far behind a value its plan may stand, and how far before it the words that say how it compares. */
const AHEAD = 60
const BEHIND = 20
/** What may stand between a value and "(đạt chỉ tiêu)": its unit, no further value and no other clause. */
const UNIT_ONLY = /^[^0-9;:.]{0,24}$/u
/** The name under which the place is kept, by what the words say. */
const KEYS: Readonly<Record<string, string>> = { share: 'plan', ratio: 'plan', met: 'planMet', missed: 'planMissed' }

function belongs(match: RuleMatch, { span }: Target, text: string): boolean {
  if (match.rule.emit.scope === 'after') return match.span.start >= span.end && UNIT_ONLY.test(text.slice(span.end, match.span.start))
  return match.span.start < span.end && match.span.end > span.end
}

function planOf(target: Target, text: string, rules: readonly CompiledRule[]): Record<string, Span> {
  const { span, statement, unit, denominator } = target
  const from = Math.max(statement.start, span.start - BEHIND)
  // A bracket may stand behind the sentence's last word.
  const to = Math.min(text.length, statement.end + 1, span.end + AHEAD)
  for (const rule of rules) {
    const { says, scope } = rule.emit
    if (says === 'ratio' ? denominator === null : scope !== 'after' && unit !== 'percent') continue
    const plan = rule
      .findAll(text, from, to)
      .find(match => belongs(match, target, text))
      ?.partSpan('plan')
    if (plan) return { [KEYS[String(says)] ?? 'plan']: plan }
  }
  return {}
}

/**
 * Says of each result that its report sets against its own plan where that plan is named: `evidence.plan` where the value is a share of it
 * ("bằng 23% dự toán TW giao"), `evidence.planMet` and `evidence.planMissed` where the words say that it was met or not ("vượt kế hoạch đề ra").
 */
export function placeOwnPlans(targets: readonly Target[], { text }: Reading, rulebook: Rulebook): Target[] {
  const rules = rulebook.stage('result-plan')
  return targets.map(target => (target.role === 'result' ? { ...target, evidence: { ...target.evidence, ...planOf(target, text, rules) } } : target))
}
