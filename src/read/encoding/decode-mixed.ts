import { evenCapitals } from './even-capitals.js'
import { decodeLegacy, type LegacyEncoding, legacyEncodings } from './legacy.js'
import { judgeWord, VISCII_CONTROLS, WORD } from './score.js'

/** How a stretch of a text is read: as it stands, or as the bytes of a legacy encoding. */
export type WordReading = 'as-is' | LegacyEncoding

/** What is known of a stretch of text before its words are looked at: the encoding that its font has by name. */
export interface FontHint {
  readonly start: number
  readonly end: number
  readonly encoding: LegacyEncoding
}

/** A stretch that was read in one way, by its place in the text that went in and in the one that came out. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly reading: WordReading
}

export interface MixedDecoding {
  readonly text: string
  /** The readings other than `as-is` with the number of words that each was used for, the most used first. */
  readonly encodings: readonly (readonly [encoding: LegacyEncoding, words: number])[]
  /** From a place in the text that went in to the place in `text`. */
  readonly toDecoded: (at: number) => number
}

/** A word that is no syllable in a reading. */
const BAD = 2
/** Another reading than the font's. */
const AGAINST_FONT = 1.5
/** A legacy reading of a word that no font speaks for: what can stand, stands. */
const WITHOUT_FONT = 0.3
/** Another reading than the word before has, on its line and on another. */
const SWITCH_IN_LINE = 3
const SWITCH_AT_LINE = 0.9
/** So many words must be impossible as they stand and possible in an encoding before it is considered where no font names it. */
const LEAST_REPAIRED = 3

/** A letter that only Unicode has: such a word is nobody's bytes. */
const UNICODE_LETTER = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/

/** What every file in a legacy encoding holds when it is shown as Windows characters: symbols inside words, or letters that Vietnamese has not. */
const LOOKS_LEGACY = new RegExp(
  [
    `[A-Za-zÀ-ÿ][¡-¿−∙μ\\x80-\\x9f${VISCII_CONTROLS}]`,
    '[¡-¿−∙μ\\x80-\\x9f][a-z]',
    '[ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ]',
    '[A-Za-zÀ-ỹ][€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ][A-Za-zÀ-ỹ]',
  ].join('|'),
)

/** Whether a text can hold legacy bytes at all; most texts are told by this one pass. */
export const looksLegacy = (text: string): boolean => LOOKS_LEGACY.test(text)

interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly hint: LegacyEncoding | null
  readonly opensLine: boolean
}

function words(text: string, hints: readonly FontHint[]): readonly Word[] {
  const found: Word[] = []
  let h = 0
  let before = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    while (h < hints.length && (hints[h] as FontHint).end <= start) h++
    const hint = hints[h]
    found.push({ start, end, text: match[0], hint: hint && hint.start < end ? hint.encoding : null, opensLine: text.slice(before, start).includes('\n') })
    before = end
  }
  return found
}

/** What each reading makes of a word, and whether that is a syllable. Equal words are looked at once. */
function lexicon(readings: readonly WordReading[]) {
  const known = new Map<string, readonly { readonly text: string; readonly verdict: number }[]>()
  return (word: string) => {
    let entry = known.get(word)
    if (!entry) {
      const unicode = UNICODE_LETTER.test(word)
      entry = readings.map(reading => {
        const text = reading === 'as-is' ? word : decodeLegacy[reading](word)
        return { text, verdict: unicode && text !== word ? -1 : judgeWord(text) }
      })
      known.set(word, entry)
    }
    return entry
  }
}

/** The encodings that make syllables of words that are none as they stand, and those that a font names. */
function candidates(found: readonly Word[]): readonly WordReading[] {
  const all: readonly WordReading[] = ['as-is', ...legacyEncodings]
  const look = lexicon(all)
  const repaired = all.map(() => 0)
  const asTheyStand = lexicon(['as-is'])
  for (const word of found) {
    // Most words of most texts are sound: only the others are read in every encoding.
    if ((asTheyStand(word.text)[0]?.verdict ?? 0) >= 0) continue
    const entry = look(word.text)
    for (let i = 1; i < all.length; i++) if ((entry[i]?.verdict ?? 0) > 0) repaired[i] = (repaired[i] as number) + 1
  }
  return all.filter((reading, i) => reading === 'as-is' || (repaired[i] as number) >= LEAST_REPAIRED || found.some(w => w.hint === reading))
}

/** The cheapest sequence of readings over the words: impossible syllables cost, readings against the font cost, and every change of the reading does. */
function cheapest(found: readonly Word[], readings: readonly WordReading[]): readonly number[] {
  const look = lexicon(readings)
  const width = readings.length
  const from = new Uint8Array(found.length * width)
  let costs = readings.map(() => 0)
  found.forEach((word, w) => {
    const entry = look(word.text)
    const change = word.opensLine ? SWITCH_AT_LINE : SWITCH_IN_LINE
    const cheapestBefore = costs.indexOf(Math.min(...costs))
    costs = readings.map((reading, r) => {
      const stays = costs[r] as number
      const comes = (costs[cheapestBefore] as number) + (w === 0 ? 0 : change)
      from[w * width + r] = stays <= comes ? r : cheapestBefore
      const against = word.hint === null ? (reading === 'as-is' ? 0 : WITHOUT_FONT) : reading === word.hint ? 0 : AGAINST_FONT
      return Math.min(stays, comes) + ((entry[r]?.verdict ?? 0) < 0 ? BAD : 0) + against
    })
  })
  const chosen = new Array<number>(found.length)
  let at = costs.indexOf(Math.min(...costs))
  for (let w = found.length - 1; w >= 0; w--) {
    chosen[w] = at
    at = from[w * width + at] as number
  }
  return chosen
}

function assemble(source: string, stretches: readonly Stretch[]): Pick<MixedDecoding, 'text' | 'toDecoded'> {
  const pieces: string[] = []
  const starts: number[] = []
  let at = 0
  let length = 0
  for (const s of stretches) {
    const between = source.slice(at, s.start)
    pieces.push(between, s.text)
    length += between.length
    starts.push(length)
    length += s.text.length
    at = s.end
  }
  pieces.push(source.slice(at))
  const toDecoded = (place: number): number => {
    let low = 0
    let high = stretches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((stretches[middle] as Stretch).start < place) low = middle + 1
      else high = middle
    }
    const last = stretches[low - 1]
    if (!last) return place
    const start = starts[low - 1] as number
    if (place >= last.end) return start + last.text.length + (place - last.end)
    if (last.reading === 'as-is') return start + (place - last.start)
    return start + Math.min(last.text.length, decodeLegacy[last.reading](source.slice(last.start, place)).length)
  }
  return { text: pieces.join(''), toDecoded }
}

/**
 * Reads a text in which some or all words may be bytes of a legacy encoding shown as Windows-1252 characters, as Word, RTF, PDF and web pages hold them. Every word is read as it stands or
 * in an encoding, so that syllables come out and the reading changes seldom; `hints` are the encodings that fonts have by name. Text in Unicode, in English or in figures stays as it is.
 */
export function decodeMixed(text: string, hints: readonly FontHint[] = []): MixedDecoding {
  const same: MixedDecoding = { text, encodings: [], toDecoded: at => at }
  if (hints.length === 0 && !looksLegacy(text)) return same
  const found = words(text, hints)
  const readings = candidates(found)
  if (readings.length === 1) return same
  const chosen = cheapest(found, readings)
  const counts = new Map<LegacyEncoding, number>()
  const stretches = found.flatMap((word, w): Stretch[] => {
    const reading = readings[chosen[w] as number] as WordReading
    if (reading === 'as-is') return []
    const decoded = decodeLegacy[reading](word.text)
    counts.set(reading, (counts.get(reading) ?? 0) + 1)
    return [{ start: word.start, end: word.end, text: decoded, reading }]
  })
  const { text: decoded, toDecoded } = assemble(text, stretches)
  const hasSmallOnly = counts.has('tcvn3')
  return { text: hasSmallOnly ? evenCapitals(decoded) : decoded, toDecoded, encodings: [...counts].sort((a, b) => b[1] - a[1]) }
}
