import { applyReplacements, type Draft, type Replacement } from './draft.js'

/** A year that the next small word was printed on to ("vào năm 2015và xuống còn"), or a word of time that its number was ("ngày 30 tháng11"), as sites that drop line ends leave them. */
const GLUED =
  /(?<!\d)(?:19|20)\d\d(?=(?:và|đến|đạt|là|của|trên|với|có|theo|để|tại|cho|về|trở|xuống|lên|còn|phấn đấu|trong|so với|tăng|giảm|ước|chiếm)(?!\p{L}))|(?<!\p{L})(?:[Tt]háng|[Nn]ăm|[Nn]gày|[Qq]uý)(?=\d)/gu

/** Puts the blank back that such words lost. */
export function lostBlankStep(draft: Draft): Draft {
  const replacements: Replacement[] = []
  for (const { index, 0: words } of draft.text.matchAll(GLUED)) {
    const at = index + words.length
    replacements.push({ start: at, end: at, text: ' ' })
  }
  return applyReplacements(draft, 'lost-blank', replacements)
}
