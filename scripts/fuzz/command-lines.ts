import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { commands } from '../../src/cli/commands/index.js'
import { runCli } from '../../src/cli/run-cli.js'
import { damagedText } from './material.js'
import { objectWords } from './object-words.js'
import { hidden, inTime, type Subject } from './subject.js'

/** Commands that wait for others until they are stopped. */
const waiting = new Set(['serve', 'worker', 'watch', 'enqueue', 'queue'])

/** Names of files are relative: a run writes nowhere but in its own folder. */
const words = [
  ...[
    '',
    ' ',
    '-',
    '--',
    '0',
    '-1',
    '1e9',
    'NaN',
    '2025',
    '2021/2025',
    'Trà Vinh',
    'Hà Nội',
    '45/2020/NĐ-CP',
    '384/QĐ-UBND',
    'target',
    'result',
    'error',
    'json',
    'csv',
    'xlsx',
  ],
  ...[
    'db.sqlite',
    'text.txt',
    'text.md',
    'seeds',
    'nowhere',
    'nowhere/at/all',
    'text.txt/inside',
    'broken.sqlite',
    'empty.zip',
    'a\u0000b',
    'x'.repeat(300),
    'new.sqlite',
    '.',
  ],
  ...objectWords,
  ...['cải cách', "'; drop table target; --", '%', '💥', '\u202e', '$(touch x)', '*', '(', '[a-z', 'thủ tục hành chính', 'tthc.online', 'Sở Nội vụ', 'last'],
]

/** Every command with odd arguments, files and environment: it ends with a status of the table, and a fault has a code of its own. */
export const commandLines: Subject = {
  about: 'every command ends with a status of the contract and a code, whatever it is given',
  async open(material) {
    const home = mkdtempSync(join(tmpdir(), 'chitieu-fuzz-'))
    const folder = join(home, 'a', 'b')
    const before = process.cwd()
    mkdirSync(folder, { recursive: true })
    cpSync(resolve('seeds'), join(folder, 'seeds'), { recursive: true })
    process.chdir(folder)
    const terminal = (env: Readonly<Record<string, string>>) => {
      const said = { err: '' }
      return {
        said,
        terminal: {
          out: () => {},
          err: (text: string) => {
            said.err += text
          },
          outIsTty: false,
          errIsTty: false,
          columns: null,
          program: 'chitieu',
          env,
        },
      }
    }
    const run = async (argv: readonly string[], env: Readonly<Record<string, string>>) => {
      const { said, terminal: own } = terminal(env)
      const status = await runCli(argv, own)
      return { status, err: said.err }
    }
    await run(['ingest', 'seeds', '--db', 'db.sqlite', '--jobs', '1'], {})
    writeFileSync('broken.sqlite', 'SQLite format 3\u0000 and then nothing')
    writeFileSync('empty.zip', Buffer.from('PK\u0005\u0006'.padEnd(22, '\u0000')))
    const named = commands.filter(command => !waiting.has(command.name.split(' ')[0] as string))
    const input = fc.record({
      command: fc.nat(named.length - 1),
      args: fc.array(fc.constantFrom(...words), { maxLength: 2 }),
      options: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...words)), { maxLength: 3 }),
      ownDatabase: fc.boolean(),
      env: fc.dictionary(fc.constantFrom('NO_COLOR', 'CI', 'TERM', 'CHITIEU_DB'), fc.constantFrom('', '1', 'dumb', 'db.sqlite'), { maxKeys: 2 }),
      text: damagedText(material),
    })
    return {
      property: hidden(
        fc.asyncProperty(input, async ({ command, args, options, ownDatabase, env, text }) => {
          const { name, options: known = [] } = named[command] as (typeof named)[number]
          writeFileSync('text.txt', text)
          writeFileSync('text.md', text)
          const flags = options.flatMap(([n, word]) => {
            const flag = known[n % Math.max(1, known.length)]?.flags
            if (flag === undefined) return [word]
            return flag.includes('<') ? [flag.split(' ')[0] as string, word] : [flag.split(' ').at(-1) as string]
          })
          const argv = [
            ...name.split(' '),
            ...args,
            ...flags,
            ...(ownDatabase && known.some(option => option.flags.startsWith('--db')) ? ['--db', 'db.sqlite'] : []),
          ]
          const { status, err } = await inTime(() => run(argv, env))
          if (status < 0 || status > 4) throw new Error(`status ${status}: ${argv.join(' ')}`)
          if (/E_INTERNAL|\n\s+at /.test(err)) throw new Error(`${argv.join(' ')}\n${err.slice(0, 500)}`)
          if (status >= 2 && err === '' && !argv.includes('--quiet')) throw new Error(`status ${status} without a word: ${argv.join(' ')}`)
        }),
      ),
      done: async () => {
        process.chdir(before)
        rmSync(home, { recursive: true, force: true })
      },
    }
  },
}
