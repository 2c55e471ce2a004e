import { defaultLimits } from '../read/limits.js'
import type { OptionSpec } from './command.js'

export const defaultDatabase = 'output/chitieu.sqlite'

export const listFormats = ['table', 'json', 'ndjson', 'csv'] as const

export const dbOption: OptionSpec = { flags: '--db <file>', about: 'database to use', default: defaultDatabase }
export const formatOption: OptionSpec = { flags: '--format <format>', about: 'how to print', choices: listFormats, default: 'table' }
export const reportFormat: OptionSpec = { flags: '--format <format>', about: 'how to print', choices: ['table', 'json'], default: 'table' }
export const limitOption: OptionSpec = { flags: '--limit <n>', about: 'print at most this many rows', least: 0 }
export const rulesOption: OptionSpec = { flags: '--rules <dir>', about: 'folder of rules that add to or replace the own ones' }
export const provinceOption: OptionSpec = { flags: '--province <name>', about: 'a province by its name of any time, with or without diacritics' }

/** Options of every command that lists. */
export const listOptions: readonly OptionSpec[] = [dbOption, formatOption, limitOption]

export const readOptions: readonly OptionSpec[] = [
  { flags: '--max-bytes <n>', about: 'refuse larger files', least: 1, default: String(defaultLimits.maxBytes) },
  { flags: '--max-line <n>', about: 'refuse files with longer lines', least: 1, default: String(defaultLimits.maxLine) },
]

/** Options of every command. */
export const commonOptions: readonly OptionSpec[] = [
  { flags: '-q, --quiet', about: 'print no remarks and no progress, only data and errors' },
  { flags: '--no-color', about: 'print without colours (also: NO_COLOR, CI)' },
]
