import type { Find, Piece } from './find.js'
import type { Span } from './text.js'

/** Constants of the rule that fired: what code reads of it. */
export type Emitted = Readonly<Record<string, string | number | boolean | null>>

/** Words of a statement that tell how its numbers are meant: "tối thiểu", "đến năm 2025", "so với năm 2021". */
export interface QuantityCue extends Piece {
  /** The stage of rules that saw it: `comparator`, `time`, `level`, … */
  readonly stage: string
  readonly ruleId: string
  readonly emit: Emitted
  /** The named groups that took part. */
  readonly parts: Readonly<Record<string, string>>
}

/** A number with its unit as the text prints it, and the words around it that bear on it. */
export interface QuantityFind extends Find {
  readonly emit: Emitted
  readonly number: string
  /** The upper end of a printed range. */
  readonly upper: string | null
  /** "nghìn", "triệu", "tỷ" between number and unit. */
  readonly scale: string | null
  /** The unit's sign or word as printed; null for ranks and counts. */
  readonly unit: string | null
  /** The words after a bare number, up to six, as printed. */
  readonly noun: string | null
  /** 72 of "13/72 nhiệm vụ". */
  readonly denominator: string | null
  /** What follows a slash: "năm" of "%/năm". */
  readonly per: string | null
  /** The sentence, bullet or cell it stands in. */
  readonly statement: Span
  /** Every cue of the statement in reading order, shared by the statement's finds. */
  readonly cues: readonly QuantityCue[]
}
