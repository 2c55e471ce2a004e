import type { AgencyFind } from '../../model/agency-find.js'
import type { AgencyDuty } from '../../model/extraction.js'
import type { Reading } from '../../model/reading.js'
import { agencyDuties } from '../../model/vocabulary.js'
import type { Rulebook } from '../../rulebook/index.js'

/** How far from a mention its words are looked for. */
const REACH = 48
/** What may stand between bodies that do the same. */
const LIST_JOINT = /^(?:,|;|,? và| cùng)? ?(?:(?:các|lãnh đạo|Giám đốc|Thủ trưởng|Chủ tịch|Trưởng ban|Chánh) ?)?$/u

const dutyOf = (emitted: unknown): AgencyDuty | null => agencyDuties.find(duty => duty === emitted) ?? null

interface Sides {
  readonly after: AgencyDuty | null
  readonly before: AgencyDuty | null
}

/** What the words that touch a mention say, on each of its sides. */
function sidesOf(find: AgencyFind, reading: Reading, rulebook: Rulebook): Sides {
  const { text, segmentation } = reading
  const block = segmentation.blocks[find.block]
  if (!block) return { after: null, before: null }
  const from = Math.max(block.span.start, find.span.start - REACH)
  const rules = rulebook.stage('agency-duty')
  // Few mentions have such words before them: the words are cut out for those alone.
  const hasFront = rules.some(rule => rule.emit.side !== 'after' && rule.mayMatch(text, from, find.span.start))
  const front = hasFront ? text.slice(from, find.span.start).replace(/(?: ?các)? ?$/u, '') : ''
  let after: AgencyDuty | null = null
  let before: AgencyDuty | null = null
  for (const rule of rules) {
    if (rule.emit.side === 'after') {
      const match = after === null && text[find.span.end] === ' ' ? rule.matchAt(text, find.span.end + 1) : null
      if (match && match.span.end <= block.span.end) after = dutyOf(rule.emit.duty)
    } else if (hasFront && before === null && rule.findAll(front).some(match => match.span.end === front.length)) before = dutyOf(rule.emit.duty)
  }
  return { after, before }
}

/**
 * What each mentioned body does by the words right behind it ("Sở Nội vụ chủ trì") or right before it ("phối hợp với Sở Tài chính"),
 * or null. Bodies of one list share both. The words before go first: in
 * "chủ trì, phối hợp với Sở Tài chính tham mưu" the verb behind is the leader's.
 */
export function dutiesOf(finds: readonly AgencyFind[], reading: Reading, rulebook: Rulebook): readonly (AgencyDuty | null)[] {
  const sides = finds.map(find => sidesOf(find, reading, rulebook))
  const listed = (i: number): boolean => {
    const [find, next] = [finds[i], finds[i + 1]]
    return find !== undefined && next !== undefined && find.block === next.block && LIST_JOINT.test(reading.text.slice(find.span.end, next.span.start))
  }
  const after = sides.map(side => side.after)
  const before = sides.map(side => side.before)
  for (let i = finds.length - 2; i >= 0; i--) if (listed(i)) after[i] ??= after[i + 1] ?? null
  for (let i = 1; i < finds.length; i++) if (listed(i - 1)) before[i] ??= before[i - 1] ?? null
  return finds.map((_, i) => before[i] ?? after[i] ?? null)
}
