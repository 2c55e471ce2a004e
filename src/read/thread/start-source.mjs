// Starts the thread where TypeScript runs as it is (tests, scripts, an unbuilt checkout).
import { loadBuiltOrSource } from '../../../bin/built.mjs'

await loadBuiltOrSource('read/thread/read-thread')
