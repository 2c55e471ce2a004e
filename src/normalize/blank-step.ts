import { type Draft, mayHold, replaceMatches } from './draft.js'
import { signs } from './signs.js'

/** Line ends of other systems become `\n`; odd blanks one plain blank; characters without width go. Tabs stay until cells are known. */
export function blankStep(draft: Draft): Draft {
  const lines = mayHold(draft, signs.lineEnd) ? replaceMatches(draft, 'line-end', /\r\n?|[\u2028\u2029\u0085\v\f]/g, () => '\n') : draft
  const blanks = mayHold(lines, signs.blank) ? replaceMatches(lines, 'blank', ODD_BLANK, m => (WITHOUT_WIDTH.test(m[0]) ? '' : ' ')) : lines
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = mayHold(blanks, signs.control) ? replaceMatches(blanks, 'control', /[\u0000-\u0008\u000E-\u001F\u007F]/g, () => ' ') : blanks
  return mayHold(controls, signs.dash) ? replaceMatches(controls, 'dash', /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, () => '-') : controls
}

const ODD_BLANK = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u00AD\u200B-\u200F\u2060\uFEFF\u202A-\u202E]/g
const WITHOUT_WIDTH = /[\u00AD\u200B-\u200F\u2060\uFEFF\u202A-\u202E]/
