import { readFileSync } from 'node:fs'

/** The rows of a file that holds one JSON value a line; empty lines are none. */
export const readJsonLines = <T>(file: string | URL): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as T)
