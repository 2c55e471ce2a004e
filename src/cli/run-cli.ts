import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { extractorVersion } from '../batch/extractor-version.js'
import { errorCatalog, PipelineError } from '../model/errors.js'
import { outOfFiles } from '../read/read-fault.js'
import type { Call, CommandSpec, OptionSpec } from './command.js'
import { commands, groupsAbout } from './commands/index.js'
import { exitCodeOf, exitCodes } from './exit-codes.js'
import { choiceParser, commonOptions } from './options.js'
import { type Colors, colorsFor, forScreen, printable, printableLines, type Terminal } from './terminal.js'

function toOption(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.about)
  if (spec.choices) option.choices([...spec.choices]).argParser(choiceParser(spec.choices))
  if (spec.default !== undefined) option.default(spec.default)
  if (spec.env !== undefined) option.env(spec.env)
  const { least } = spec
  if (least !== undefined) {
    option.argParser(text => {
      if (!/^\d+$/.test(text) || Number(text) < least || !Number.isSafeInteger(Number(text)))
        throw new InvalidArgumentError(`It must be a whole number, at least ${least}.`)
      return text
    })
  }
  return option
}

/** What the parser of options refuses, as sentences: each what it says, and ours. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^unknown (command|option) '(.*?)'$/s, "There is no $1 '$2'."],
  [/^missing required argument '(.*?)'$/s, "The argument '$1' is missing."],
  [/^option '(.*?)' argument missing$/s, "The option '$1' needs a value."],
  [/^option '(.*?)' (?:argument|value) '(.*)' (?:from env '.*' )?is invalid\. /s, "The option '$1' does not take '$2'. "],
]

function refusalOf(text: string): string {
  const [said = '', suggestion] = text
    .trim()
    .replace(/^error: /, '')
    .split(/\n(?=\(Did you mean )/)
  const own = refusals.reduce((line, [pattern, words]) => line.replace(pattern, words), said)
  const sentence = own.charAt(0).toUpperCase() + own.slice(1).replace(/(?<![.?!])$/, '.')
  return suggestion === undefined ? sentence : `${sentence} ${suggestion.replace(/^\(|\)$/g, '')}`
}

function toCall(terminal: Terminal, args: readonly string[], options: Readonly<Record<string, unknown>>, quiet: boolean, color: boolean): Call {
  const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const text = (name: string): string | undefined => {
    const value = options[camel(name)]
    return typeof value === 'string' ? value : undefined
  }
  // Only tables have colours of the program's own.
  const toScreen = (text('format') ?? 'table') === 'table' ? forScreen : printableLines
  return {
    terminal,
    args,
    text,
    number: name => (text(name) === undefined ? undefined : Number(text(name))),
    flag: name => options[camel(name)] === true,
    colors: colorsFor(terminal, terminal.outIsTty, color),
    errColors: colorsFor(terminal, terminal.errIsTty, color),
    out: terminal.outIsTty ? text => terminal.out(toScreen(text)) : terminal.out,
    note: line => {
      if (!quiet) terminal.err(`${printableLines(line)}\n`)
    },
    complain: line => terminal.err(`${printableLines(line)}\n`),
  }
}

/** Builds the program from the table of commands. `onExit` takes the status of the command that ran. */
export function buildProgram(terminal: Terminal, onExit: (status: number) => void): Command {
  const program = new Command('chitieu')
    .description('Targets, deadlines, tasks and citations of Vietnamese provincial decrees, as data that can be asked.')
    .version(extractorVersion)
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(`E_USAGE: ${printableLines(refusalOf(text))}\n  ${errorCatalog.E_USAGE.hint}\n`),
    })
    .showSuggestionAfterError()
    .helpCommand('help [command]', 'show the help of a command')
  for (const spec of commonOptions) program.addOption(toOption(spec))
  const groups = new Map<string, Command>()
  for (const spec of commands) add(program, groups, spec, terminal, onExit)
  program.addHelpText('after', '\nExit status: 0 done, 1 findings or faults, 2 wrong usage, 3 some inputs failed, 4 nothing could be done.')
  return program
}

function add(program: Command, groups: Map<string, Command>, spec: CommandSpec, terminal: Terminal, onExit: (status: number) => void): void {
  const [first, second] = spec.name.split(' ') as [string, string?]
  let home = program
  if (second !== undefined) {
    home = groups.get(first) ?? program.command(first).description(groupsAbout[first] ?? '')
    groups.set(first, home)
  }
  const command = home.command(second ?? first).description(spec.about)
  for (const { name, about } of spec.arguments ?? []) command.addArgument(new Argument(name, about))
  for (const option of [...(spec.options ?? []), ...commonOptions]) command.addOption(toOption(option))
  if (spec.examples) command.addHelpText('after', `\nExamples:\n${spec.examples.map(line => `  ${line}`).join('\n')}`)
  command.action(async () => {
    const own = command.opts()
    const global = program.opts()
    const quiet = own.quiet === true || global.quiet === true
    const color = own.color !== false && global.color !== false
    const args = command.processedArgs.flat().filter((arg): arg is string => typeof arg === 'string')
    onExit(await spec.run(toCall(terminal, args, own, quiet, color)))
  })
}

/** `help foo` as `foo`: what is no command is refused as such, with the one that may be meant. */
function asTyped(program: Command, argv: readonly string[]): string[] {
  const [first, asked] = argv
  const isKnown = asked === undefined || asked.startsWith('-') || asked === 'help' || program.commands.some(command => command.name() === asked)
  return first === 'help' && !isKnown ? argv.slice(1) : [...argv]
}

/** An error as it is printed: its code, what happened, what to do next. */
export const complaint = (error: PipelineError, { red }: Pick<Colors, 'red'> = { red: String }): string =>
  `${red(error.code)}: ${printable(error.message)}\n  ${printable(error.hint)}\n`

/** Runs one command line and gives its exit status; prints errors with their code and hint on stderr. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  let status: number = exitCodes.done
  try {
    const program = buildProgram(terminal, code => {
      status = code
    })
    await program.parseAsync(asTyped(program, argv), { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    // Modules are opened many at a time, so that a low limit of open files is met before a command can tell it.
    const told = error instanceof PipelineError ? error : outOfFiles(error)
    if (told) {
      terminal.err(complaint(told, colorsFor(terminal, terminal.errIsTty, !argv.includes('--no-color'))))
      return exitCodeOf(told.code)
    }
    terminal.err(
      `E_INTERNAL: ${printableLines(String((error as Error)?.stack ?? error))}\n  This is a fault of chitieu. Please report it with the command and, if it is public, the file.\n`,
    )
    return exitCodes.nothingDone
  }
}
