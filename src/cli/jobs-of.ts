import { availableParallelism } from 'node:os'
import type { Call, OptionSpec } from './command.js'

export const jobsOption: OptionSpec = {
  flags: '--jobs <n>',
  about: 'read and extract in this many threads (default: one a core); 1 works without threads',
  least: 1,
}

/** How many documents a call wants to be worked on at a time. */
export const jobsOf = (call: Call): number => call.number('jobs') ?? availableParallelism()
