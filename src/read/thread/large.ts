import type { Reader } from '../reader.js'
import { readInThread } from './read-in-thread.js'
import type { ReadJob } from './read-thread.js'

/** Bytes of a text with its tags beyond which reading it may take seconds and hundreds of megabytes: it is read apart, where it can be stopped. */
export const LARGE = 1024 * 1024

/** Nothing in such a reader runs programs of its own that would have to end first. */
const NO_GRACE = 0

/** Reads what is large in a thread that ends at the limits of time and memory (`E_READ_TIMEOUT`, `E_READ_DAMAGED`). */
export const readApart =
  (kind: ReadJob['kind']): Reader =>
  (bytes, file, limits) =>
    readInThread({ kind, bytes, file, limits }, NO_GRACE)
