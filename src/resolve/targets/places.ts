import type { Span } from '../../model/text.js'
import { cuesOf, type Frame, isPercent } from './frame.js'
import { type Level, type LevelRead, levelsOn, readLevels } from './level.js'
import { parseNumber } from './numbers.js'
import { runsOf } from './read-values.js'
import { isOfPart, isWithoutNoun, levelBefore, onSide, PART, readSubject, type SubjectRead, subjectSpan, untilPart, wordsEnd } from './subject.js'
import type { Surroundings } from './surroundings.js'

/** Where the measured thing and the levels of its units are told. */
export interface Place {
  readonly subject: SubjectRead
  readonly level: LevelRead | null
}

/** Where the levels of a run may be named: on the subject's side first. */
function zonesOf(first: Frame, last: Frame, subject: SubjectRead, text: string): Span[] {
  const before = { start: Math.max(first.left, first.clause.start), end: first.find.span.start }
  const behind = { start: last.find.span.end, end: wordsEnd(text, last) }
  const turn = PART.exec(text.slice(before.start, before.end))
  // "30%, trong đó cấp huyện đạt 25%": the words behind the turn name the part.
  if (turn && first.left > first.clause.start) return [{ start: before.start + turn.index, end: before.end }, untilPart(text, behind)]
  if (first !== last) return [before, behind]
  const own = first.left > first.clause.start ? levelBefore(text, before) : null
  if (own) return [own]
  if (first.limitedBehind) return [behind, before]
  if (subject.side === 'before') return [subject.zone, untilPart(text, behind)]
  // Behind another value the words before belong to that one.
  return first.left > first.clause.start ? [subject.zone] : [subject.zone, before]
}

/**
 * "…, đạt 45,2% kế hoạch": what stands between two values of a clause may name nothing; both are then of the same thing. "Đạt tỷ lệ 100% đối với các nội dung: …": what
 * is measured may stand on the other side.
 */
function subjectOf(first: Frame, last: Frame, above: Place | null, { source }: Surroundings): SubjectRead {
  const { previous } = first
  // "Bằng 23% dự toán TW giao và bằng 21% dự toán tỉnh giao": two shares of what was collected.
  const gap = previous === null ? null : source.text.slice(previous.find.span.end, first.find.span.start)
  if (above && gap !== null && (source.contexts.has('same-thing', gap) || (source.contexts.has('changes-on', gap) && isWithoutNoun(source, last))))
    return above.subject
  const told = readSubject(source, first, last, above?.subject.side ?? null)
  const span = subjectSpan(source, told)
  // "Đến năm 2027, 70% trạm y tế có phòng khám; năm 2030 đạt 95%."
  const isTime = span !== null && cuesOf(first, 'time').some(c => c.span.start <= span.start && c.span.end >= span.end)
  if (span !== null && !isTime) return told
  if (isTime && above) return above.subject
  if (above && (first.depth > 0 || first.previous?.clause.start === first.clause.start)) return above.subject
  const other = onSide(source.text, first, last, told.side === 'before' ? 'behind' : 'before')
  return subjectSpan(source, other) === null ? (above?.subject ?? told) : other
}

/** How far behind a ratio its units may name their level: "3321/3321 đơn vị cấp xã" but not "11/11 địa phương lập Tổ công tác tại cấp tỉnh". */
const NEAR = 30

/** The words, if any, between a share and what it says once more: ", đạt tỷ lệ 100%". */
const RESTATES = /, ?(?:đạt|chiếm|bằng)(?: (?:tỷ|tỉ) lệ)? $/iu

/**
 * The "so many out of so many" that a share says once more past another count: "3321/3321 đơn vị cấp xã triển khai 25 dịch vụ công, đạt tỷ lệ 100%". The figures must agree as far
 * as the share is printed.
 */
function ratioOf(text: string, share: Frame, frames: readonly Frame[]): Frame | null {
  const { find, previous, clause, depth } = share
  if (!isPercent(find) || previous === null || previous.find.denominator !== null || !RESTATES.test(text.slice(share.left, find.span.start))) return null
  const printed = parseNumber(find.number)
  const ratio = frames.findLast(f => f.find.denominator !== null && f.depth === depth && f.clause.start === clause.start && f.find.span.end <= find.span.start)
  const [part, whole] = [ratio?.find.number, ratio?.find.denominator].map(n => (n == null ? null : parseNumber(n)))
  if (!ratio || printed === null || part == null || !whole) return null
  const slack = find.number.includes(',') ? 0.06 : 0.5
  return Math.abs((100 * part) / whole - printed) <= slack ? ratio : null
}

/** What a value without a noun of its own goes on with: "20% số xã đạt chuẩn nâng cao và 5% đạt chuẩn kiểu mẫu". */
const VERB = /^ (?:đạt|được|hoàn thành)(?!\p{L})/u
/** The part of the province that the next value is told of: "Tỷ lệ xã đạt chuẩn: vùng đồng bằng 100%, vùng trung du 95%". */
const OTHER_AREA = /^, (?:và )?(?:vùng|khu vực|ở khu vực|ở) (?!cấp )\p{L}+(?: \p{L}+){0,4} (?:đạt )?$/u

/** "26 trạm y tế xã, trong đó 14 trạm hoàn thành …": a part of the same things. */
const isPartOfCount = (text: string, frame: Frame): boolean => {
  const [its, whole] = [frame.find, frame.previous?.find]
  const isSameKind = its.emit.kind === 'count' && whole?.emit.kind === 'count' && its.noun !== null && whole.noun?.split(' ')[0] === its.noun.split(' ')[0]
  return isSameKind && isOfPart(text, frame)
}

/** Whether a value is a share of the same things as the one before: it has no noun, or stands under a list of areas. */
function countsTheSame(text: string, { find, previous, clause }: Frame): boolean {
  if (previous === null || !isPercent(find) || !isPercent(previous.find) || previous.clause.start !== clause.start) return false
  const isListed = /(?:,| và) $/u.test(text.slice(previous.find.span.end, find.span.start))
  return (isListed && VERB.test(text.slice(find.span.end))) || OTHER_AREA.test(text.slice(previous.find.span.end, find.span.start))
}

/** "- Cấp huyện: đạt 97,2%, riêng lĩnh vực đất đai đạt 88,4%": the level that a statement is of. */
function levelInLead(text: string, { find: { statement, emit } }: Frame): LevelRead | null {
  const found = emit.kind === 'rank' ? null : /^[-+•*\s]*(?:tại |ở )?cấp (tỉnh|huyện|xã) ?:/iu.exec(text.slice(statement.start, statement.end))
  return found ? { levels: [found[1]?.toLowerCase() as Level], span: { start: statement.start, end: statement.start + found[0].length } } : null
}

/** The subject and the levels of every value of a statement; a level that ends a rise ("cho đến khi đạt 100%") has those of the rise. */
export function placesOf(frames: readonly Frame[], on: Surroundings): ReadonlyMap<Frame, Place> {
  const places = new Map<Frame, Place>()
  const allLevels = levelsOn(on.document.date)
  for (const run of runsOf(frames)) {
    const first = run[0] as Frame
    const last = run.at(-1) as Frame
    const ratio = ratioOf(on.source.text, first, frames)
    const same = ratio === null ? undefined : places.get(ratio)
    if (ratio && same) {
      const isNear = same.level !== null && same.level.span.start - ratio.find.span.end <= NEAR
      for (const frame of run) places.set(frame, isNear ? same : { ...same, level: null })
      continue
    }
    const above = places.get(first.previous ?? (frames[frames.indexOf(first) - 1] as Frame))
    const subject = subjectOf(first, last, above ?? null, on)
    const lead = levelInLead(on.source.text, first)
    const levels = readLevels(on.source.text, run, zonesOf(first, last, subject, on.source.text), subject.phrase, allLevels)
    run.forEach((frame, i) => {
      const goesOn =
        (subject === above?.subject && (frame.depth > 0 || frame.previous?.clause.start === frame.clause.start || frame.previous?.depth !== frame.depth)) ||
        countsTheSame(on.source.text, frame) ||
        isPartOfCount(on.source.text, frame)
      // What goes on about the same thing goes on about the same units: "3321/3321 đơn vị cấp xã …, đạt tỷ lệ 100%".
      const level = levels[i] ?? lead ?? (goesOn && first.find.emit.kind !== 'rank' ? (above?.level ?? null) : null)
      const own: Place = { subject, level }
      places.set(frame, first.link === 'until' && above ? { subject: above.subject, level: level ?? above.level } : own)
    })
  }
  return places
}
