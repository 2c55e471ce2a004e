import { type Call, usageError } from './command.js'

const TIME = /^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

/** A time that an option gives: year, month, day, quarter, or two of them. Throws `E_USAGE` for anything else: a slip of the hand is no silent "nothing found". */
export function timeOf(call: Call, option: string): string | undefined {
  const given = call.text(option)
  if (given === undefined || given.split('/').every(part => TIME.test(part))) return given
  throw usageError(`--${option} takes 2025, 2025-06, 2025-06-30, 2025-Q2 or 2021/2025, not ${given}.`)
}
