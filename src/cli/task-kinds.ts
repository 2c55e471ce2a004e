import type { TaskListing } from '../query/find-tasks.js'

/** Where tasks stand: in the rows of a table or in prose. */
export const taskKinds: readonly TaskListing['kind'][] = ['table', 'assignment']
