// Starts the thread where TypeScript runs as it is (tests, scripts, an unbuilt checkout): a thread has to be told how before it loads its file.
import { register } from 'tsx/esm/api'

register()
export const { extractTask } = await import('./extract-thread.ts')
