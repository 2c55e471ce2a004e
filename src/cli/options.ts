import { InvalidArgumentError } from 'commander'
import { foldWords } from '../model/fold.js'
import { defaultLimits } from '../read/limits.js'
import { foldedWords } from '../store/folded-words.js'
import { type Call, type OptionSpec, usageError } from './command.js'

export const defaultDatabase = 'output/chitieu.sqlite'

/** Names the database for every command, and keeps a password out of the list of processes. */
export const databaseVariable = 'CHITIEU_DB'

export const listFormats = ['table', 'json', 'ndjson', 'csv'] as const

export const dbOption: OptionSpec = {
  flags: '--db <database>',
  about: 'database to use: a SQLite file or postgres://USER@HOST/DATABASE',
  default: defaultDatabase,
  env: databaseVariable,
}
export const formatOption: OptionSpec = { flags: '--format <format>', about: 'how to print', choices: listFormats, default: 'table' }
export const reportFormat: OptionSpec = { flags: '--format <format>', about: 'how to print', choices: ['table', 'json'], default: 'table' }
export const limitOption: OptionSpec = { flags: '--limit <n>', about: 'print at most this many rows', least: 0 }
export const rulesOption: OptionSpec = { flags: '--rules <dir>', about: 'folder of rules that add to the built-in ones or replace them' }
export const provinceOption: OptionSpec = { flags: '--province <name>', about: 'a province by its name of any time, with or without diacritics' }

/** Of commands whose answers count each decree once. */
export const versionsOption: OptionSpec = {
  flags: '--all-versions',
  about: 'count every stored version of a decree (a correction, another format), not only the current one',
}

/** Options of every command that lists. */
export const listOptions: readonly OptionSpec[] = [dbOption, formatOption, limitOption]

export const readOptions: readonly OptionSpec[] = [
  { flags: '--max-bytes <n>', about: 'refuse larger files', least: 1, default: String(defaultLimits.maxBytes) },
  { flags: '--max-line <n>', about: 'refuse files with longer lines', least: 1, default: String(defaultLimits.maxLine) },
  { flags: '--max-pages <n>', about: 'refuse PDFs and scans with more pages', least: 1, default: String(defaultLimits.maxPages) },
  { flags: '--max-pixels <n>', about: 'refuse pictures with more pixels', least: 1, default: String(defaultLimits.maxPixels) },
  { flags: '--max-seconds <n>', about: 'give up a file after this time', least: 1, default: String(defaultLimits.maxSeconds) },
  {
    flags: '--max-inflated <n>',
    about: 'refuse packed files (zip, docx, odt) that unpack to more bytes',
    least: 1,
    default: String(defaultLimits.maxInflated),
  },
  { flags: '--max-entries <n>', about: 'refuse packed files with more parts', least: 1, default: String(defaultLimits.maxEntries) },
  { flags: '--max-archives <n>', about: 'refuse archives that are nested deeper', least: 1, default: String(defaultLimits.maxArchives) },
  { flags: '--max-nesting <n>', about: 'refuse files whose elements are nested deeper', least: 1, default: String(defaultLimits.maxNesting) },
]

/** Options of every command. */
export const commonOptions: readonly OptionSpec[] = [
  { flags: '-q, --quiet', about: 'print no remarks and no progress, only data and errors' },
  { flags: '--no-color', about: 'print without colours (also: NO_COLOR, CI)' },
]

const isSame = (a: string, b: string): boolean => foldWords(a) === foldWords(b)

/** Reads one of a closed list of values, with or without diacritics; what is none of them is wrong usage and is told the list. */
export function choiceParser(choices: readonly string[]): (given: string) => string {
  return given => {
    const choice = choices.find(known => isSame(known, given))
    if (choice === undefined) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`)
    return choice
  }
}

const MOST_NAMED = 12

/**
 * Words that must stand in at least one of these names (fields, catalogue entries, kinds that the database holds). Throws `E_USAGE` with the
 * names when they stand in none: a slip of the hand is no silent "nothing found".
 */
export function wordsAmong(call: Call, option: string, names: readonly (string | null)[]): string | undefined {
  const given = call.text(option)
  if (given === undefined) return undefined
  const known = [...new Set(names.filter(name => name !== null))]
  if (known.some(name => foldedWords(name).includes(foldedWords(given)))) return given
  const more = known.length > MOST_NAMED ? `, … (${known.length} in all)` : ''
  throw usageError(`No ${option} is named ${given}. There are: ${known.slice(0, MOST_NAMED).join(', ')}${more}.`)
}
