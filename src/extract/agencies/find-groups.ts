import type { AgencyFind } from '../../model/agency-find.js'
import type { Reading } from '../../model/reading.js'
import type { Block } from '../../model/section.js'
import type { Rulebook } from '../../rulebook/index.js'
import { tailAfter } from './match-tail.js'
import type { Matcher } from './name-matcher.js'

function blockAt(blocks: readonly Block[], at: number): Block | null {
  let low = 0
  let high = blocks.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const block = blocks[middle] as Block
    if (at < block.span.start) high = middle - 1
    else if (at >= block.span.end) low = middle + 1
    else return block
  }
  return null
}

/** Groups of bodies ("các sở, ban, ngành tỉnh"), each with the level words behind it. */
export function findGroups(reading: Reading, matcher: Matcher, rulebook: Rulebook): AgencyFind[] {
  const { text, segmentation } = reading
  const finds: AgencyFind[] = []
  for (const rule of rulebook.stage('agency-group')) {
    for (const match of rule.findAll(text)) {
      const block = blockAt(segmentation.blocks, match.span.start)
      if (block === null || block.kind === 'boilerplate') continue
      const tail = tailAfter(matcher, match.span.end)
      const end = tail?.span.end ?? match.span.end
      finds.push({
        ruleId: rule.id,
        span: { start: match.span.start, end },
        raw: text.slice(match.span.start, end),
        block: block.id,
        entry: null,
        name: match.raw,
        level: (rule.emit.level as string | null) ?? null,
        group: true,
        section: false,
        tail,
        parent: null,
      })
    }
  }
  return finds
}
