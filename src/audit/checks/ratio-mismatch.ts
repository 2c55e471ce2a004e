import { say } from '../../model/bilingual.js'
import type { RuleMatch } from '../../rulebook/index.js'
import type { DocumentCheck, Draft } from '../check.js'
import { decimalsOf, printNumber, readNumber, roundTo } from '../printed-number.js'

/** "6/2025" is a month, "24/7" a manner of speaking. */
const isNoRatio = (part: string, whole: string): boolean => (/^(19|20)\d\d$/.test(whole) && readNumber(part) <= 12) || `${part}/${whole}` === '24/7'

/** Beyond this many points the percentage is of something else. */
const FARTHEST = 12

function recompute({ parts }: RuleMatch): Pick<Draft, 'message' | 'suggestion' | 'severity'> | null {
  const { part = '', whole = '', percent = '' } = parts
  if (isNoRatio(part, whole) || readNumber(whole) === 0) return null
  const decimals = decimalsOf(percent)
  const exact = (100 * readNumber(part)) / readNumber(whole)
  const right = roundTo(exact, decimals)
  const off = Math.abs(right - readNumber(percent))
  if (off < 0.5 * 10 ** -decimals || off > FARTHEST) return null
  const shown = printNumber(right, decimals)
  const message = say(`${part}/${whole} is ${shown}%; the text says ${percent}%.`, `${part}/${whole} tính ra ${shown}%; văn bản ghi ${percent}%.`)
  return { severity: 'warning', message, suggestion: `${shown}%` }
}

/** A ratio and its percentage in one phrase, calculated again: 13/72 is 18,06%. */
export const ratioMismatch: DocumentCheck = {
  id: 'target.ratio-mismatch',
  name: say('Percentage against ratio', 'Tỷ lệ phần trăm tính lại không khớp'),
  about: 'A percentage is not what the ratio beside it comes to.',
  scope: 'document',
  inspect: (document, tables) =>
    tables.patterns('audit-ratio').flatMap(rule =>
      rule.findAll(document.extraction.text).flatMap((match): Draft[] => {
        const found = recompute(match)
        return found ? [{ ...found, at: { document, span: match.span } }] : []
      }),
    ),
}
