import { readRoman } from '../model/roman.js'
import { pointLetters, type SectionKind } from '../model/section.js'
import type { Rulebook, RuleMatch } from '../rulebook/index.js'

/** What a line may be as a heading; `style` tells "1." from "1)", `value` is its number in its series. */
export interface HeadingMatch {
  readonly kind: SectionKind
  readonly label: string
  readonly style: string
  readonly value: number
  /** Numbers of the levels above: [2] of "2.1". */
  readonly prefix: string
  readonly depthInNumber: number
  /** Where the title begins. */
  readonly bodyStart: number
  readonly ruleId: string
}

/** Letters that the Vietnamese alphabet lacks stand between their neighbours: writers who count "e, f, g" number by the Latin one. */
const letterValue = (letter: string): number => pointLetters.indexOf(letter) + 1 || ({ f: 6.5, j: 9.5, w: 21.5, z: 23.5 }[letter] ?? 0)

/** "Phần thứ nhất", "PHẦN THỨ HAI". */
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

function ordinalOf(kind: SectionKind, label: string): number {
  const tail = label.split(' ').at(-1) as string
  if (/ thứ /i.test(label)) return ORDINALS.indexOf(tail.toLowerCase()) + 1
  if (kind === 'la-ma') return readRoman(tail) ?? 0
  if (kind === 'chu-hoa') return 'ABCDĐEGHI'.indexOf(tail) + 1
  if (kind === 'diem') return /\d/.test(label) ? Number(label.replace(/\D/g, '')) : letterValue(label)
  if (/^[IVXLC]+$/.test(tail)) return readRoman(tail) ?? 0
  const number = Number((tail.match(/\d+(?=[A-Za-zđ]?$)/) ?? ['0'])[0])
  return number
}

function toHeading(match: RuleMatch): HeadingMatch {
  const kind = match.rule.emit.kind as SectionKind
  const label = (match.parts.label as string).trim()
  const steps = kind === 'so' ? label.split('.') : [label]
  const mark = /[)/](?=\s?$)/.exec(match.raw)?.[0] ?? ''
  const numberedLetter = kind === 'diem' && /\d/.test(label)
  return {
    kind,
    label,
    style: numberedLetter ? 'diem2' : kind === 'so' ? `so${steps.length}${mark}` : kind,
    value: kind === 'so' ? Number(steps.at(-1)) : ordinalOf(kind, label),
    prefix: kind === 'so' ? steps.slice(0, -1).join('.') : numberedLetter ? (label[0] as string) : '',
    depthInNumber: steps.length,
    bodyStart: match.span.end,
    ruleId: match.rule.id,
  }
}

/** Every reading of the line at `start` as a heading, best first; none when it is no heading. */
export function matchHeadings(text: string, start: number, rulebook: Rulebook): HeadingMatch[] {
  const rules = rulebook.stageAt('heading', text, start)
  if (rules.length === 0) return []
  return rules
    .map(rule => rule.matchAt(text, start))
    .filter(match => match !== null)
    .map(toHeading)
    .filter(h => h.value > 0)
}
