import type { AuditDocument } from '../../model/audit.js'
import { say } from '../../model/bilingual.js'
import type { DocumentCheck, Draft } from '../check.js'
import { shorten } from '../describe.js'
import { headingSequences, headingSpan, isPrintedBetween, type NumberedHeading } from '../heading-sequences.js'
import { writeOrdinal } from '../ordinal.js'

/** The second `d` of a list is a misprinted `đ` unless the list has its `đ` as well. */
function meant(list: readonly NumberedHeading[], { section }: NumberedHeading): string | null {
  return section.label === 'd' && !list.some(other => other.section.label === 'đ') ? 'đ' : null
}

/** "Phụ lục 02.1" whose label was read as "Phụ lục 02". */
const isCutShort = (document: AuditDocument, { section }: NumberedHeading): boolean =>
  /^\.\d/.test(document.extraction.text.slice(section.span.start + section.label.length, section.span.start + section.label.length + 2))

function duplicates(document: AuditDocument, list: readonly NumberedHeading[]): Draft[] {
  const first = new Map<number, NumberedHeading>()
  const drafts: Draft[] = []
  for (const heading of list) {
    const before = first.get(heading.ordinal.value)
    if (!before) {
      first.set(heading.ordinal.value, heading)
      continue
    }
    const one = writeOrdinal({ ...heading.ordinal, value: 1 })
    if (isCutShort(document, heading) || isPrintedBetween(document, before.section, heading.section, one)) {
      first.clear()
      first.set(heading.ordinal.value, heading)
      continue
    }
    const words = ({ section }: NumberedHeading): string => shorten(section.title ?? document.extraction.text.slice(section.span.start, section.span.end))
    drafts.push({
      severity: 'warning',
      message: say(
        `${heading.section.label} is used twice: for "${words(before)}" and for "${words(heading)}".`,
        `Số thứ tự ${heading.section.label} dùng hai lần: cho “${words(before)}” và cho “${words(heading)}”.`,
      ),
      at: { document, span: headingSpan(document, heading.section) },
      related: [{ document, span: headingSpan(document, before.section) }],
      suggestion: meant(list, heading),
    })
  }
  return drafts
}

/** A number that two headings under one parent bear. */
export const duplicateNumber: DocumentCheck = {
  id: 'structure.duplicate-number',
  name: say('Number used twice', 'Trùng số thứ tự đề mục'),
  about: 'Two headings that are counted together bear the same number.',
  scope: 'document',
  inspect: document => headingSequences(document.extraction.sections).flatMap(list => duplicates(document, list)),
}
