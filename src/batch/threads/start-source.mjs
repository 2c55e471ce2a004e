// Starts the thread where TypeScript runs as it is (tests, scripts, an unbuilt checkout).
import { loadBuiltOrSource } from '../../../bin/built.mjs'

export const { extractTask } = await loadBuiltOrSource('batch/threads/extract-thread')
