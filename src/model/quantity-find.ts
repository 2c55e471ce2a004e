import type { Find } from './find.js'

/** A number with its unit as the text prints it. */
export interface QuantityFind extends Find {}
