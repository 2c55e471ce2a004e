import type { Find, Piece } from './find.js'

/** The words behind a body's name that say where it stands. */
export interface AgencyTail extends Piece {
  /** The rule that read them, or `place` for a province's bare name. */
  readonly ruleId: string
  /** `tỉnh`, `huyện`, `xã`; `unit` for one printed unit; `listed` for words that have to be counted; null where they give none. */
  readonly level: string | null
  /** Several bodies are meant. */
  readonly group: boolean
  /** The printed unit ("tỉnh", "thành phố", "xã"), in small letters. */
  readonly unit: string | null
  /** The printed place name. */
  readonly place: string | null
}

/** A mention of a body as the text prints it. */
export interface AgencyFind extends Find {
  /** Id of the gazetteer's entry; null for a group and for a name that only its head word gives away. */
  readonly entry: string | null
  /** The name without its tail: the gazetteer's, or as printed. */
  readonly name: string
  /** Level that the rule gives to a body without tail. */
  readonly level: string | null
  readonly group: boolean
  /** A part of a larger body, which may be printed (`parent`) or not. */
  readonly section: boolean
  /** Its own tail, or the one it shares with the body printed next ("HĐND, UBND tỉnh"). */
  readonly tail: AgencyTail | null
  readonly parent: AgencyFind | null
}
