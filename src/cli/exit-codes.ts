import type { ErrorCode } from '../model/errors.js'

/** The contract's exit statuses. */
export const exitCodes = {
  done: 0,
  found: 1,
  usage: 2,
  someFailed: 3,
  nothingDone: 4,
  /** 128 and the number of SIGINT, as shells have it. */
  interrupted: 130,
} as const

/** Errors that are faults of the call; all others mean that nothing could be done. */
const usageErrors: readonly ErrorCode[] = ['E_USAGE', 'E_STORE_URL', 'E_QUEUE_DATABASE', 'E_QUERY_AMBIGUOUS', 'E_QUERY_NO_PROVINCE']

export const exitCodeOf = (code: ErrorCode): number => (usageErrors.includes(code) ? exitCodes.usage : exitCodes.nothingDone)
