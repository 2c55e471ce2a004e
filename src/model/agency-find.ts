import type { Find } from './find.js'

/** A mention of a body as the text prints it. */
export interface AgencyFind extends Find {}
