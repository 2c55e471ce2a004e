import { PipelineError } from '../model/errors.js'
import type { Colors, Terminal } from './terminal.js'

export interface OptionSpec {
  /** As commander writes it: `--province <name>`. */
  readonly flags: string
  readonly about: string
  readonly choices?: readonly string[]
  readonly default?: string
  /** Variable of the environment that gives the value where the command line does not. */
  readonly env?: string
  /** Given as a number, at least this. */
  readonly least?: number
}

export interface ArgumentSpec {
  /** As commander writes it: `<path...>`, `[doc...]`. */
  readonly name: string
  readonly about: string
}

/** What a command is called with. */
export interface Call {
  readonly terminal: Terminal
  /** Positional arguments, lists flattened. */
  readonly args: readonly string[]
  text(option: string): string | undefined
  number(option: string): number | undefined
  flag(option: string): boolean
  /** Colours for stdout. */
  readonly colors: Colors
  /** Colours for stderr. */
  readonly errColors: Colors
  /** Prints data. */
  out(text: string): void
  /** Prints a remark on stderr, unless --quiet. */
  note(text: string): void
  /** Prints a diagnostic on stderr, also under --quiet. */
  complain(text: string): void
}

/** One command: a row of the table in `commands/index.ts`, from which the program, its help and docs/cli.md are made. */
export interface CommandSpec {
  /** `targets`, `rules test`. */
  readonly name: string
  readonly about: string
  readonly arguments?: readonly ArgumentSpec[]
  readonly options?: readonly OptionSpec[]
  readonly examples?: readonly string[]
  /** Loads the command's code and runs it; gives the exit status. */
  readonly run: (call: Call) => Promise<number>
}

/** A call that does not say what it must. */
export const usageError = (reason: string): PipelineError => new PipelineError('E_USAGE', { reason })
