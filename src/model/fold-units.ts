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

/** Where the units of a text are put together, for one text after the other: to make room for each anew costs more than to fold a short one. */
let room = new Uint16Array(4096)
let narrow = Buffer.alloc(room.length)

function makeRoom(size: number): void {
  if (size <= room.length) return
  room = new Uint16Array(size * 2)
  narrow = Buffer.alloc(room.length)
}

/** The first units of the room, of which `all` has the bits of each: most folded texts have letters of one byte alone. */
function stringOf(size: number, all: number): string {
  if (all > 0xff) return stringOfWide(room, size)
  for (let i = 0; i < size; i++) narrow[i] = room[i] as number
  return narrow.toString('latin1', 0, size)
}

/**
 * The same function with one blank between words and none around them, which reads a table instead of passing over a text again and again: for folds that
 * look at one character after another and never at its neighbours. A text that has a character of another alphabet is given to the function itself.
 */
export function byUnits(fold: (text: string) => string): (text: string) => string {
  let table: Uint16Array | undefined
  return text => {
    table ??= tableOf(fold)
    makeRoom(text.length)
    let size = 0
    let all = 0
    for (let i = 0; i < text.length; i++) {
      const unit = table[text.charCodeAt(i)] ?? UNKNOWN
      if (unit === UNKNOWN) return fold(text).replace(/\s+/g, ' ').trim()
      const isDropped = unit === GONE || (unit === BLANK && (size === 0 || room[size - 1] === BLANK))
      if (!isDropped) {
        room[size++] = unit
        all |= unit
      }
    }
    return stringOf(size > 0 && room[size - 1] === BLANK ? size - 1 : size, all)
  }
}
