import type { Find } from './find.js'

/** One row of an assignment table or one assigning item of prose, as the text prints it. */
export interface TaskFind extends Find {}
