import type { Reader } from '../reader.js'
import { readInThread } from '../thread/read-in-thread.js'

/** Reads PDF - its text, or what OCR makes of its pages - in a thread that can be ended. */
export const readPdf: Reader = (bytes, file, limits) => readInThread({ kind: 'pdf', bytes, file, limits })
