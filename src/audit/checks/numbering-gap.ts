import type { AuditDocument } from '../../model/audit.js'
import { say } from '../../model/bilingual.js'
import type { DocumentCheck, Draft } from '../check.js'
import { headingSequences, headingSpan, isPrintedBetween, type NumberedHeading } from '../heading-sequences.js'
import { writeOrdinal } from '../ordinal.js'

/** `đ` is often left out by drafters who count in the Latin alphabet: worth a remark, not a warning. */
const leavesOutOnlyĐ = (from: NumberedHeading, to: NumberedHeading): boolean =>
  from.section.label.toLowerCase() === 'd' && to.section.label.toLowerCase() === 'e'

function between(document: AuditDocument, list: readonly NumberedHeading[], from: NumberedHeading, to: NumberedHeading): Draft | null {
  const printed = new Set(list.map(heading => heading.ordinal.value))
  if (leavesOutOnlyĐ(from, to) && list.filter(heading => heading.ordinal.value === from.ordinal.value).length > 1) return null
  const isCapital = from.section.label !== from.section.label.toLowerCase()
  const missing: string[] = []
  for (let value = from.ordinal.value + 1; value < to.ordinal.value; value++) {
    const label = writeOrdinal({ ...from.ordinal, value })
    if (!printed.has(value)) missing.push(isCapital ? label.toUpperCase() : label)
  }
  if (missing.some(label => isPrintedBetween(document, from.section, to.section, label))) return null
  if (missing.length === 0) return null
  const gap =
    missing.length === 1
      ? say(`${missing[0]} is missing`, `thiếu ${missing[0]}`)
      : say(`${missing[0]} to ${missing.at(-1)} are missing`, `thiếu từ ${missing[0]} đến ${missing.at(-1)}`)
  return {
    severity: leavesOutOnlyĐ(from, to) ? 'info' : 'warning',
    message: say(`${from.section.label} is followed by ${to.section.label}: ${gap.en}.`, `Sau đề mục ${from.section.label} là ${to.section.label}: ${gap.vi}.`),
    at: { document, span: headingSpan(document, to.section) },
    related: [{ document, span: headingSpan(document, from.section) }],
  }
}

/** A number that is skipped between two headings that are counted together. */
export const numberingGap: DocumentCheck = {
  id: 'structure.numbering-gap',
  name: say('Number skipped', 'Nhảy số thứ tự đề mục'),
  about: 'Headings that are counted together skip a number.',
  scope: 'document',
  inspect: document =>
    headingSequences(document.extraction.sections).flatMap(list =>
      list.slice(1).flatMap((to, i) => between(document, list, list[i] as NumberedHeading, to) ?? []),
    ),
}
