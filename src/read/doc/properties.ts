/** Character properties that matter for text; what is absent is inherited. */
export interface CharacterProperties {
  readonly asciiFont?: number
  readonly otherFont?: number
  readonly bold?: boolean
  readonly capitals?: boolean
  readonly hidden?: boolean
  readonly deleted?: boolean
  readonly style?: number
  /** A character of a symbol font, put in place of the text's one. */
  readonly symbol?: number
}

/** Paragraph properties that matter for text. */
export interface ParagraphProperties {
  readonly style: number
  readonly inTable?: boolean
  /** This mark ends a row and no cell. */
  readonly endsRow?: boolean
  /** Of a row's end: the columns whose cells go on with the ones above them. */
  readonly merged?: readonly number[]
  readonly list?: number
  readonly level?: number
}

/** Bytes of the operand by the three highest bits of a modifier (MS-DOC 2.6.1); the 6th kind tells its length itself. */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, 0, 3]

/** The property modifiers of a list, with the place of their operands. Stops at the list's end, also of a broken one. */
function* modifiers(list: Buffer, from: number): Generator<readonly [code: number, operand: Buffer]> {
  for (let at = from; at + 2 < list.length + 1; ) {
    if (at + 2 > list.length) return
    const code = list.readUInt16LE(at)
    at += 2
    const kind = code >> 13
    // sprmTDefTable has a length of two bytes.
    const long = code === 0xd608 && at + 1 < list.length ? list.readUInt16LE(at) + 1 : null
    const length = long ?? (kind === 6 ? (list[at] ?? 0) + 1 : (OPERAND_BYTES[kind] as number))
    yield [code, list.subarray(at, at + length)]
    at += length
  }
}

/** A switch: off, on, as the style has it, or the other way round. */
const toggled = (value: number, ofStyle: boolean): boolean => (value === 128 ? ofStyle : value === 129 ? !ofStyle : value !== 0)

/** Reads character properties on top of those of the style. */
export function characterProperties(list: Buffer, style: CharacterProperties): CharacterProperties {
  const found: { -readonly [K in keyof CharacterProperties]: CharacterProperties[K] } = {}
  for (const [code, operand] of modifiers(list, 0)) {
    const byte = operand[0] ?? 0
    const word = operand.length >= 2 ? operand.readUInt16LE(0) : 0
    if (code === 0x4a4f) found.asciiFont = word
    else if (code === 0x4a51) found.otherFont = word
    else if (code === 0x0835) found.bold = toggled(byte, style.bold ?? false)
    else if (code === 0x083a || code === 0x083b) found.capitals = toggled(byte, style.capitals ?? false)
    else if (code === 0x083c) found.hidden = toggled(byte, style.hidden ?? false)
    else if (code === 0x0800) found.deleted = byte === 1
    else if (code === 0x4a30) found.style = word
    else if (code === 0x6a09 && operand.length >= 4) found.symbol = operand.readUInt16LE(2)
  }
  return found
}

/** The columns of a row's definition that continue a vertical merge (TDefTableOperand and TCGRF, MS-DOC 2.9.315 and 2.9.310). */
function mergedColumns(operand: Buffer): readonly number[] {
  const columns = operand[2] ?? 0
  const cellsAt = 3 + 2 * (columns + 1)
  return Array.from({ length: columns }, (_, i) => i).filter(i => {
    const at = cellsAt + 20 * i
    return at + 2 <= operand.length && ((operand.readUInt16LE(at) >> 5) & 3) === 1
  })
}

/** Reads paragraph properties from a list that begins with the style's number. */
export function paragraphProperties(list: Buffer): ParagraphProperties {
  const found: { -readonly [K in keyof ParagraphProperties]: ParagraphProperties[K] } = { style: list.length >= 2 ? list.readUInt16LE(0) : 0 }
  for (const [code, operand] of modifiers(list, 2)) {
    const byte = operand[0] ?? 0
    if (code === 0x2416) found.inTable = byte !== 0
    else if (code === 0x2417) found.endsRow = byte !== 0
    else if (code === 0x460b && operand.length >= 2) found.list = operand.readInt16LE(0)
    else if (code === 0x260a) found.level = byte
    else if (code === 0xd608) found.merged = mergedColumns(operand)
    else if (code === 0xd62b && operand[2] === 1) found.merged = [...(found.merged ?? []), operand[1] ?? 0]
  }
  return found
}
