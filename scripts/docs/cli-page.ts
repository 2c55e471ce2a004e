import type { OptionSpec } from '../../src/cli/command.js'
import { commands } from '../../src/cli/commands/index.js'
import { exitCodeOf } from '../../src/cli/exit-codes.js'
import { commonOptions } from '../../src/cli/options.js'
import { type ErrorCode, errorCatalog } from '../../src/model/errors.js'

const cell = (text: string): string => text.replace(/\|/g, '\\|')

function optionLine({ flags, about, choices, default: value, env }: OptionSpec): string {
  const more = [
    choices && `one of ${choices.map(c => `\`${c}\``).join(', ')}`,
    value !== undefined && `default \`${value}\``,
    env !== undefined && `variable \`${env}\``,
  ].filter(Boolean)
  return `| \`${cell(flags)}\` | ${cell(about)}${more.length > 0 ? `; ${more.join('; ')}` : ''} |`
}

const optionTable = (options: readonly OptionSpec[]): string => ['| option | |', '|---|---|', ...options.map(optionLine)].join('\n')

/** The message with its parameters as names: `FILE does not exist.` */
const template = (code: ErrorCode): string =>
  errorCatalog[code].message(new Proxy({}, { get: (_, name) => String(name).toUpperCase() }) as Readonly<Record<string, string>>)

/** Makes docs/cli.md from the table of commands and the catalogue of errors. */
export function cliPage(): string {
  const pieces = [
    '# The command line',
    'Made by `npm run docs`; do not edit.',
    'Data goes to stdout, remarks, progress and errors to stderr. On a terminal `ingest` shows a bar, in a pipe or under `CI` a line a file.',
    '## Exit status',
    [
      '| status | means |',
      '|---|---|',
      '| 0 | done |',
      '| 1 | `audit` found what `--fail-on` names, or `rules test` or `verify` found a fault |',
      '| 2 | wrong usage |',
      '| 3 | some inputs failed and the rest were stored |',
      '| 4 | nothing could be done |',
      '| 130 | interrupted; what was stored stays, and the same command goes on there |',
    ].join('\n'),
    '## Options of every command',
    optionTable(commonOptions),
  ]
  for (const { name, about, arguments: args, options, examples } of commands) {
    pieces.push(`## chitieu ${[name, ...(args ?? []).map(a => a.name)].join(' ')}`, `${about.charAt(0).toUpperCase()}${about.slice(1)}.`)
    if (args && args.length > 0) pieces.push(['| argument | |', '|---|---|', ...args.map(a => `| \`${a.name}\` | ${cell(a.about)} |`)].join('\n'))
    if (options && options.length > 0) pieces.push(optionTable(options))
    if (examples && examples.length > 0) pieces.push(`\`\`\`sh\n${examples.join('\n')}\n\`\`\``)
  }
  const codes = Object.keys(errorCatalog) as ErrorCode[]
  pieces.push(
    '## Errors',
    'Codes are permanent. A file that fails within a batch is noted in the table `source_file` with its code; a command that fails as a whole ends with the status given here.',
    [
      '| code | says | what to do | status |',
      '|---|---|---|---|',
      ...codes.map(c => `| \`${c}\` | ${cell(template(c))} | ${cell(errorCatalog[c].hint)} | ${exitCodeOf(c)} |`),
    ].join('\n'),
  )
  return `${pieces.join('\n\n')}\n`
}
