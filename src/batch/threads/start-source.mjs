// Starts the thread where TypeScript runs as it is (tests, scripts, an unbuilt checkout): a thread has to be told how before it loads its file.
// Where the build is as new as the source it is the same thread in a fifth of the time.
import { register } from 'tsx/esm/api'
import { isCurrent } from '../../../bin/built.mjs'

const isBuilt = isCurrent()
if (!isBuilt) register()
export const { extractTask } = await import(isBuilt ? '../../../dist/batch/threads/extract-thread.js' : './extract-thread.ts')
