import { readFileSync } from 'node:fs'

/** The version of this package: what a stored document was extracted by. */
export const extractorVersion: string = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
