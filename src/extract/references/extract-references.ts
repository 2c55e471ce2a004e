import type { Reading } from '../../model/reading.js'
import type { ReferenceFind } from '../../model/reference-find.js'
import { overlaps } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'

const SILENT = new Set(['boilerplate', 'header', 'title'])

/** Finds where the document points at itself, in reading order; of two that overlap the earlier, then the longer, counts. */
export function extractReferences(reading: Reading, rulebook: Rulebook): ReferenceFind[] {
  const { text, segmentation } = reading
  const found: ReferenceFind[] = []
  for (const block of segmentation.blocks) {
    if (SILENT.has(block.kind)) continue
    for (const rule of rulebook.stageIn('own-reference', text, block.span.start, block.span.end)) {
      for (const match of rule.findAll(text, block.span.start, block.span.end)) {
        const pinpoint = match.parts.pinpoint?.trim().replace(/^[Cc]ác /, '') || null
        found.push({ ruleId: rule.id, span: match.span, raw: match.raw, block: block.id, pinpoint, host: match.parts.host ?? null })
      }
    }
  }
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const kept: ReferenceFind[] = []
  for (const f of found) {
    const last = kept.at(-1)
    if (!last || !overlaps(last.span, f.span)) kept.push(f)
  }
  return kept
}
