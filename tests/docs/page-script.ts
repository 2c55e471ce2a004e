import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { vi } from 'vitest'
import { runIn } from '../cli/run.js'

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

/** Commands with the lines that the page says they print; `…` stands for others. */
export interface Step {
  readonly commands: readonly string[]
  readonly prints: readonly string[]
}

/** What a page lets its reader do: the files it has them write, and its commands in order. */
export function stepsOf(blocks: readonly Block[]): Step[] {
  return blocks.flatMap((block, i) => {
    if (block.language !== 'sh') return []
    const next = blocks[i + 1]
    return [
      { commands: block.text.trim().split('\n'), prints: next?.language === 'text' ? next.text.split('\n').filter(line => line !== '…' && line !== '') : [] },
    ]
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

/** What a block's commands printed: data, and remarks beside them. */
export interface Printed {
  readonly out: string
  readonly err: string
}

/** Runs the lines of one block in the current folder as a shell would: `npx chitieu` in this process, `export` for those after it, others by the shell. */
export async function runLines(lines: readonly string[]): Promise<Printed> {
  let out = ''
  let err = ''
  for (const line of lines) {
    const variable = /^export (\w+)=(.*)$/.exec(line)
    const command = /^npx chitieu (.*)$/.exec(line)
    if (variable) vi.stubEnv(variable[1] as string, variable[2] as string)
    else if (command) {
      const ran = await runIn({ columns: 160 }, ...wordsOf(command[1] as string))
      out += ran.out
      err += ran.err
      if (ran.status > 1) throw new Error(`${line} ended with ${ran.status}: ${ran.err}`)
    } else execFileSync('sh', ['-c', line])
  }
  return { out, err }
}

const folded = (text: string): string => text.replace(/[ \n]+/g, ' ')

/** The first piece that was not printed: data in the page's order, remarks anywhere. How many blanks stand between columns does not count. */
export function missingFrom({ out, err }: Printed, pieces: readonly string[]): string | null {
  let rest = folded(out)
  for (const piece of pieces.map(folded)) {
    const at = rest.indexOf(piece)
    if (at >= 0) rest = rest.slice(at + piece.length)
    else if (!folded(err).includes(piece)) return piece
  }
  return null
}
