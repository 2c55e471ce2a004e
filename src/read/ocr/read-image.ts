import type { Reader } from '../reader.js'
import { readInThread } from '../thread/read-in-thread.js'

/** Reads pictures (png, jpg, tiff) by OCR, in a thread that can be ended. */
export const readImage: Reader = (bytes, file, limits) => readInThread({ kind: 'picture', bytes, file, limits })
