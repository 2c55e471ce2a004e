import type { SectionKind } from '../../src/model/section.js'
import type { MarkedLine } from './marked-text.js'

/** The lines of a text with their marks in another style; null where the text uses that style for something else, so that it would say another thing. */
export type StyleChange = (lines: readonly MarkedLine[], hasRecord: (line: MarkedLine) => boolean) => readonly string[] | null

type Heading = MarkedLine & { readonly section: NonNullable<MarkedLine['section']> }

const isHeading = (line: MarkedLine): line is Heading => line.section !== null
const labelOf = ({ text, body }: MarkedLine): string => text.slice(0, body).trim()
const bodyOf = ({ text, body }: MarkedLine): string => text.slice(body)

/** Every heading for which `fits` holds, written by `write`; null when none does. */
function headings(lines: readonly MarkedLine[], fits: (line: Heading) => boolean, write: (line: Heading) => string): readonly string[] | null {
  if (!lines.some(line => isHeading(line) && fits(line))) return null
  return lines.map(line => (isHeading(line) && fits(line) ? write(line) : line.text))
}

const isOf = (kind: SectionKind) => (line: Heading) => line.section.kind === kind
const isNumber = (steps: 'one' | 'more') => (line: Heading) =>
  line.section.kind === 'so' && line.section.label.includes('.') === (steps === 'more') && !labelOf(line).endsWith(')')
/** "a)", not "a.1)". */
const isLetter = (line: Heading): boolean => line.section.kind === 'diem' && /^[a-zđ]$/.test(line.section.label)

const opensWithCapital = (line: MarkedLine): boolean => /^["“]?\p{Lu}/u.test(bodyOf(line))
const opensWithLetter = (line: MarkedLine): boolean => /^["“]?\p{L}/u.test(bodyOf(line))

/** Each heading of a kind as "label + mark + words", if all of its kind can be written so. */
const marked =
  (fits: (line: Heading) => boolean, mark: string, canBe: (line: Heading) => boolean = opensWithLetter): StyleChange =>
  lines =>
    lines.some(line => isHeading(line) && fits(line) && !canBe(line)) ? null : headings(lines, fits, line => `${line.section.label}${mark}${bodyOf(line)}`)

/** A style that the text has for other headings would put these among them. */
const unless =
  (taken: (line: Heading) => boolean, change: StyleChange): StyleChange =>
  (lines, hasRecord) =>
    lines.some(line => isHeading(line) && taken(line)) ? null : change(lines, hasRecord)

/** Behind "Điều 1" stand the mark and the words. */
const article =
  (write: (label: string, words: string) => string): StyleChange =>
  lines =>
    headings(lines, isOf('dieu'), line => write(line.section.label, bodyOf(line).replace(/^\s*[.:]?\s*/, '')))

const bullets =
  (mark: string): StyleChange =>
  lines => {
    const isDash = (line: MarkedLine): boolean => line.block?.kind === 'bullet' && line.block.marker === '-'
    const isTaken = (line: MarkedLine): boolean => mark !== '-' && line.block?.marker === mark.trim()
    if (!lines.some(isDash) || lines.some(isTaken)) return null
    return lines.map(line => (isDash(line) ? `${mark}${bodyOf(line)}` : line.text))
  }

/** Words that are written in capitals everywhere: abbreviations have no vowel with a mark and are no Vietnamese syllable; numbers and symbols. */
const ABBREVIATION =
  /\d|^[^\p{L}]*[IVXLC]+[^\p{L}]*$|^[^AEIOUYĂÂÊÔƠƯ]*$|[QWRTPSDĐGHKLXCVBNM]{3}.*[QWRTPSDĐGHKLXCVBNM]{2}|^[^\p{L}]*(?:UBND|HĐND|TTHC|CCHC|ISO|UBMTTQ|ODA|FDI|AI)[^\p{L}]*$/u

const isCapital = (words: string): boolean => words === words.toUpperCase() && /\p{L}{2}/u.test(words)

/** "MỤC TIÊU CHUNG" as "Mục tiêu chung". */
function inSentenceCase(words: string): string {
  const lower = words.split(' ').map(word => (ABBREVIATION.test(word) ? word : word.toLowerCase()))
  return lower.join(' ').replace(/\p{L}/u, letter => letter.toUpperCase())
}

/** Headings that hold no record: a name in them would be another one in other letters. */
const cased =
  (fits: (words: string) => boolean, write: (words: string) => string): StyleChange =>
  (lines, hasRecord) =>
    headings(
      lines,
      line => line.section.kind !== 'dieu' && !hasRecord(line) && fits(bodyOf(line)),
      line => `${line.text.slice(0, line.body)}${write(bodyOf(line))}`,
    )

const isShortTitle = (words: string): boolean => words.length <= 100 && !/[.;:,]$/.test(words) && !isCapital(words)

/** Each style of headings and of bullets, for another that says the same. */
export const headingStyles: Readonly<Record<string, StyleChange>> = {
  'I. as I)': marked(isOf('la-ma'), ') '),
  'I. as I/': marked(isOf('la-ma'), '/ '),
  'I. as I -': marked(isOf('la-ma'), ' - '),
  'I. without a blank': marked(isOf('la-ma'), '.'),
  'I. in bold marks': lines => headings(lines, isOf('la-ma'), line => `**${labelOf(line)}** ${bodyOf(line)}`),
  'I. … in bold marks': lines => headings(lines, isOf('la-ma'), line => `**${line.text}**`),
  '## I.': lines => headings(lines, isOf('la-ma'), line => `## ${line.text}`),
  'A. as A)': marked(isOf('chu-hoa'), ') '),
  'A. as A/': marked(isOf('chu-hoa'), '/ '),
  '1. as 1)': unless(line => line.section.kind === 'so' && labelOf(line).endsWith(')'), marked(isNumber('one'), ') ')),
  '1. as 1/': marked(isNumber('one'), '/ '),
  '1. without a blank': marked(isNumber('one'), '.'),
  '### 1.': lines => headings(lines, isNumber('one'), line => `### ${line.text}`),
  '**1.**': lines => headings(lines, isNumber('one'), line => `**${labelOf(line)}** ${bodyOf(line)}`),
  '2.1. as 2.1': marked(isNumber('more'), ' ', opensWithCapital),
  '2.1. as 2.1)': marked(isNumber('more'), ') '),
  '2.1. as 2.1/': marked(isNumber('more'), '/ '),
  'Điều 1. as Điều 1:': article((label, words) => `${label}: ${words}`),
  'Điều 1. as Điều 1 .': article((label, words) => `${label} . ${words}`),
  'Điều 1. as ĐIỀU 1.': article((label, words) => `${label.toUpperCase()}. ${words}`),
  '**Điều 1.**': article((label, words) => `**${label}.** ${words}`),
  '#### Điều 1.': article((label, words) => `#### ${label}. ${words}`),
  'a) as a.': unless(line => isLetter(line) && labelOf(line).endsWith('.'), marked(isLetter, '. ', opensWithCapital)),
  'a) as a/': marked(isLetter, '/ '),
  'a) as a )': marked(isLetter, ' ) '),
  '**a)**': lines => headings(lines, isLetter, line => `**${labelOf(line)}** ${bodyOf(line)}`),
  '- as +': bullets('+ '),
  '- as •': bullets('• '),
  '- as –': bullets('– '),
  '- as *': bullets('* '),
  '- as ●': bullets('● '),
  '- as ▪': bullets('▪ '),
  '- as ■': bullets('■ '),
  '- as ►': bullets('► '),
  '- as ➢': bullets('➢ '),
  '- as ❖': bullets('❖ '),
  '- as →': bullets('→ '),
  '- as Wingdings': bullets('\uf0b7 '),
  '- without a blank': bullets('-'),
  'CAPITALS as sentence case': cased(isCapital, inSentenceCase),
  'sentence case as CAPITALS': cased(isShortTitle, words => words.toUpperCase()),
}
