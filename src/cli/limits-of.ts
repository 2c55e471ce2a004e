import { defaultLimits, type ReadLimits } from '../read/limits.js'
import type { Call } from './command.js'

/** The bounds on reading that a call asks for. */
export const limitsOf = (call: Call): ReadLimits => ({
  maxBytes: call.number('max-bytes') ?? defaultLimits.maxBytes,
  maxLine: call.number('max-line') ?? defaultLimits.maxLine,
  maxPages: call.number('max-pages') ?? defaultLimits.maxPages,
  maxPixels: call.number('max-pixels') ?? defaultLimits.maxPixels,
  maxSeconds: call.number('max-seconds') ?? defaultLimits.maxSeconds,
  maxInflated: call.number('max-inflated') ?? defaultLimits.maxInflated,
  maxEntries: call.number('max-entries') ?? defaultLimits.maxEntries,
  maxArchives: call.number('max-archives') ?? defaultLimits.maxArchives,
  maxNesting: call.number('max-nesting') ?? defaultLimits.maxNesting,
})
