import type { AbbreviationFind } from '../../model/abbreviation-find.js'
import type { Piece } from '../../model/find.js'
import type { Reading } from '../../model/reading.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import { findMeaning } from './find-meaning.js'

const SILENT = new Set(['boilerplate', 'header'])

/** Finds where the document declares short forms, in reading order. */
export function extractAbbreviations(reading: Reading, rulebook: Rulebook): AbbreviationFind[] {
  const { text, segmentation } = reading
  const piece = (span: Span): Piece => ({ span, raw: text.slice(span.start, span.end) })
  const found: AbbreviationFind[] = []
  for (const block of segmentation.blocks) {
    if (SILENT.has(block.kind)) continue
    for (const rule of rulebook.stageIn('abbreviation-declaration', text, block.span.start, block.span.end)) {
      for (const match of rule.findAll(text, block.span.start, block.span.end)) {
        const short = match.partSpan('short')
        if (!short) continue
        const meaning = findMeaning(text, match.span.start, block.span.start, text.slice(short.start, short.end))
        found.push({ ruleId: rule.id, ...piece(match.span), block: block.id, short: piece(short), meaning: meaning && piece(meaning) })
      }
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}
