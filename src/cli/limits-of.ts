import { defaultLimits, type ReadLimits } from '../read/limits.js'
import type { Call } from './command.js'

/** The bounds on reading that a call asks for. */
export const limitsOf = (call: Call): ReadLimits => ({
  maxBytes: call.number('max-bytes') ?? defaultLimits.maxBytes,
  maxLine: call.number('max-line') ?? defaultLimits.maxLine,
})
