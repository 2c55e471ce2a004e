import { matchesOf } from '../model/matches-of.js'
import { applyReplacements, type Draft, type Replacement } from './draft.js'

/** A year that the next small word was printed on to ("vào năm 2015và xuống còn"), or a word of time that its number was ("ngày 30 tháng11"), as sites that drop line ends leave them. */
const GLUED =
  /(?<!\d)(?:19|20)\d\d(?=(?:và|đến|đạt|là|của|trên|với|có|theo|để|tại|cho|về|trở|xuống|lên|còn|phấn đấu|trong|so với|tăng|giảm|ước|chiếm)(?!\p{L}))|(?<!\p{L})(?:[Tt]háng|[Nn]ăm|[Nn]gày|[Qq]uý)(?=\d)/gu

/** A verb of growth that its share was printed on to, and often the word before too: "chế biến, chế tạotăng1,36%". */
const GLUED_VERB = /(?:tăng|giảm)(?=\d{1,3}(?:[.,]\d{1,3})?\s?%)/gu
const LETTER = /\p{L}/u

/** "-Ban Thường vụ", "+Sở Nội vụ": the mark of an entry and its first word. "-CP" is the rest of a number. */
const GLUED_MARK = /[-+•](?<=^[ \t]*[-+•])(?<!\/[A-ZĐ]{1,5}[a-z]?\s*[-+•])(?=\p{Lu}(?:\p{Ll}|[\p{Lu}\d]* ))/gmu

const blankAt = (at: number): Replacement => ({ start: at, end: at, text: ' ' })

/** Puts the blanks back that such words lost. */
export function lostBlankStep(draft: Draft): Draft {
  const { text } = draft
  const words = [GLUED, GLUED_MARK].flatMap(pattern => matchesOf(text, pattern).map(m => blankAt(m.index + m[0].length)))
  const verbs = matchesOf(text, GLUED_VERB).flatMap(m => [...(LETTER.test(text[m.index - 1] ?? ' ') ? [blankAt(m.index)] : []), blankAt(m.index + m[0].length)])
  return applyReplacements(
    draft,
    'lost-blank',
    [...words, ...verbs].sort((a, b) => a.start - b.start),
  )
}
