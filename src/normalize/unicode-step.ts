import { matchesOf } from '../model/matches-of.js'
import { applyReplacements, type Draft, mayHold, type Replacement, replaceMatches } from './draft.js'
import { signs } from './signs.js'

/** A letter with the marks that follow it, or a run of Hangul jamo: what NFC may compose. */
const CLUSTER = /[^\p{M}]\p{M}+|[\u1100-\u11FF]{2,}/gu

/** Composes decomposed letters ("ế" typed as e, circumflex, acute); other text is left as it stands. */
export function composeStep(draft: Draft): Draft {
  if (!mayHold(draft, signs.mark) || draft.text.normalize('NFC') === draft.text) return draft
  return replaceMatches(draft, 'unicode', CLUSTER, m => m[0].normalize('NFC'))
}

/**
 * Letters of other alphabets, and of Latin itself, that look like Vietnamese ones. U+00D0 (Icelandic eth) for Đ is the one that
 * real files hold; Cyrillic and Greek ones come with copied text.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  Ð: 'Đ',
  Ɖ: 'Đ',
  ð: 'đ',
  ɖ: 'đ',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  І: 'I',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  ο: 'o',
}
const LOOK_ALIKE = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'g')
const LATIN = /[A-Za-zÀ-ɏḀ-ỹ0-9/-]/

/** Puts the Vietnamese letter for one that only looks like it, where it stands in a Latin word or symbol. */
export function lookAlikeStep(draft: Draft): Draft {
  if (!mayHold(draft, signs.lookAlike)) return draft
  const { text } = draft
  const replacements: Replacement[] = []
  for (const m of matchesOf(text, LOOK_ALIKE)) {
    const alone = m[0] !== 'Ð' && m[0] !== 'ð' && !LATIN.test(text[m.index - 1] ?? '') && !LATIN.test(text[m.index + 1] ?? '')
    if (!alone) replacements.push({ start: m.index, end: m.index + 1, text: LOOK_ALIKES[m[0]] as string })
  }
  return applyReplacements(draft, 'look-alike', replacements)
}
