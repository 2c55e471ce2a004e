/** Letters of Latin, Greek and Cyrillic, marks and signs; all of Vietnamese is below it. */
const UNITS = 0x2c00
/** No unit folds to it: the text is folded as a whole instead. */
const UNKNOWN = 0xffff
/** The unit goes, as a combining mark does. */
const GONE = 0xfffe
const BLANK = 0x20
/** So many units are made into a string at a time: all arguments of a call lie on the stack. */
const AT_ONCE = 4096

function tableOf(fold: (text: string) => string): Uint16Array {
  return Uint16Array.from({ length: UNITS }, (_, unit) => {
    const letter = String.fromCharCode(unit)
    // Σ becomes small in another way at the end of a word.
    if (letter === 'Σ') return UNKNOWN
    if (/\s/.test(letter)) return BLANK
    const folded = fold(letter)
    if (folded.length > 1) return UNKNOWN
    return folded === '' ? GONE : folded.charCodeAt(0)
  })
}

function stringOfWide(units: Uint16Array, size: number): string {
  let text = ''
  for (let at = 0; at < size; at += AT_ONCE) text += String.fromCharCode.apply(null, units.subarray(at, Math.min(size, at + AT_ONCE)) as unknown as number[])
  return text
}

/** Where the units of a text are put together; the bytes are for those that have letters of one byte alone, as most folded texts have. */
interface Room {
  readonly units: Uint16Array
  readonly bytes: Buffer
}

const roomFor = (size: number): Room => ({ units: new Uint16Array(size), bytes: Buffer.alloc(size) })

/** One room for one text after the other: to make one for each costs more than to fold a short text. A long one has its own, which goes with it. */
const shared = roomFor(8192)

/** The first units of a room, of which `all` has the bits of each. */
function stringOf({ units, bytes }: Room, size: number, all: number): string {
  if (all > 0xff) return stringOfWide(units, size)
  for (let i = 0; i < size; i++) bytes[i] = units[i] as number
  return bytes.toString('latin1', 0, size)
}

/**
 * The same function with one blank between words and none around them, which reads a table instead of passing over a text again and again: for folds that
 * look at one character after another and never at its neighbours. A text that has a character of another alphabet is given to the function itself.
 */
export function byUnits(fold: (text: string) => string): (text: string) => string {
  let table: Uint16Array | undefined
  return text => {
    table ??= tableOf(fold)
    const room = text.length <= shared.units.length ? shared : roomFor(text.length)
    const { units } = room
    let size = 0
    let all = 0
    for (let i = 0; i < text.length; i++) {
      const unit = table[text.charCodeAt(i)] ?? UNKNOWN
      if (unit === UNKNOWN) return fold(text).replace(/\s+/g, ' ').trim()
      const isDropped = unit === GONE || (unit === BLANK && (size === 0 || units[size - 1] === BLANK))
      if (!isDropped) {
        units[size++] = unit
        all |= unit
      }
    }
    return stringOf(room, size > 0 && units[size - 1] === BLANK ? size - 1 : size, all)
  }
}
