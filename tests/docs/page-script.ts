import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { runCli } from '../../src/cli/run-cli.js'

/** A fenced block of a page: its language, the file that the info string names, and its lines. */
export interface Block {
  readonly language: string
  readonly file: string | null
  readonly text: string
}

export const blocksOf = (page: string): Block[] =>
  [...page.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(([, language, file, text]) => ({
    language: language as string,
    file: file ?? null,
    text: text as string,
  }))

/** A command with what the page says it prints: pieces that come one after the other, `…` standing for anything. */
export interface Step {
  readonly commands: readonly string[]
  readonly prints: readonly string[]
}

/** What a page lets its reader do: the files it has them write, and its commands in order. */
export function stepsOf(blocks: readonly Block[]): Step[] {
  return blocks.flatMap((block, i) => {
    if (block.language !== 'sh') return []
    const next = blocks[i + 1]
    return [{ commands: block.text.trim().split('\n'), prints: next?.language === 'text' ? next.text.trimEnd().split('\n') : [] }]
  })
}

/** A reader's folder: the seeds, and the files that the page has them write. */
export function prepareFolder(folder: string, blocks: readonly Block[]): void {
  symlinkSync(resolve('seeds'), join(folder, 'seeds'))
  for (const { language, file, text } of blocks) {
    if (language !== 'yaml' || file === null) continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

const wordsOf = (line: string): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? (bare as string))

/** Runs the lines of one block in the current folder as a shell would: `npx chitieu` in this process, `export` for those after it, others by the shell. */
export async function runLines(lines: readonly string[], env: Record<string, string>): Promise<string> {
  let printed = ''
  const take = (text: string): void => {
    printed += text
  }
  for (const line of lines) {
    const variable = /^export (\w+)=(.*)$/.exec(line)
    const command = /^npx chitieu (.*)$/.exec(line)
    if (variable) env[variable[1] as string] = variable[2] as string
    else if (command) {
      const status = await runCli(wordsOf(command[1] as string), {
        out: take,
        err: take,
        outIsTty: false,
        errIsTty: false,
        columns: 160,
        program: 'chitieu',
        env,
      })
      if (status > 1) throw new Error(`${line} ended with ${status}: ${printed}`)
    } else execFileSync('sh', ['-c', line])
  }
  return printed
}
