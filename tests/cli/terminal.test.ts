// What a document or a file's name holds must not steer the terminal it is printed on.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { forScreen, printable, printableLines } from '../../src/cli/terminal.js'
import { run, runIn, temporaryFolder } from './run.js'

const ESC = '\u001B'
/** Turns the screen red, names its window, begins a sequence in one character, turns the direction of writing. */
const steering = `${ESC}[41m${ESC}]0;owned\u0007\u009B2J\u202E\u200F`
const steers = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u

describe('text', () => {
  test.each([
    ['of a document', printable, `a${steering}\nb\tc`, 'a[41m]0;owned2J b c'],
    ['of a remark', printableLines, `a${steering}\r\nb\tc`, 'a[41m]0;owned2J\nb\tc'],
    ['of a table with colours', forScreen, `${ESC}[31ma${ESC}[39m${ESC}]0;x\u0007${ESC}[2Jb`, `${ESC}[31ma${ESC}[39m]0;x[2Jb`],
  ])('%s', (_, clean, text, cleaned) => expect(clean(text)).toBe(cleaned))
})

describe('what is printed of hostile documents with hostile names', () => {
  const folder = temporaryFolder()
  const db = join(folder, 'hostile.sqlite')
  const plans = join(folder, 'plans')
  const lines = (text: string): string[] => text.split('\n')

  beforeAll(async () => {
    mkdirSync(plans)
    const decree = `ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n-------\nSố: 12/KH-UBND\nHà Tĩnh, ngày 15 tháng 01 năm 2024\n\nKẾ HOẠCH\nCải cách ${steering} hành chính năm 2024\n\nCăn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ${steering};\n\nI. MỤC TIÊU ${steering}\n\n- Phấn đấu ${steering} 90% hồ sơ được giải quyết đúng hạn năm 2024.\n\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ ${steering} chủ trì tham mưu Kế hoạch trước ngày 31/12/2024.\n`
    writeFileSync(join(plans, `a${steering.replace('/', '')}.txt`), decree)
    writeFileSync(join(plans, `b${ESC}]0;owned\u0007.txt`), '')
    const { err } = await run('ingest', plans, '--db', db, '--jobs', '1')
    expect(err).toMatch(/1 stored, 0 unchanged, 1 failed/)
    expect(lines(err).filter(line => steers.test(line))).toEqual([])
  })

  test.each([['documents'], ['targets'], ['citations'], ['tasks'], ['show', '12/KH-UBND'], ['runs', 'last'], ['search', 'ho so'], ['audit']])(
    '%s',
    async (...argv) => {
      const { out, err } = await run(...argv, '--db', db)
      expect(out + err).not.toBe('')
      expect(lines(out + err).filter(line => steers.test(line))).toEqual([])
    },
  )

  it.each(['json', 'csv', 'ndjson'])('as %s steers no screen, and leaves every character in a pipe', async format => {
    let shown = ''
    const out = (text: string): void => {
      shown += text
    }
    await runIn({ out, outIsTty: true }, 'runs', 'last', '--db', db, '--format', format)
    expect(lines(shown).filter(line => steers.test(line))).toEqual([])
    expect((await run('runs', 'last', '--db', db, '--format', format)).out).toMatch(/\u009B/)
  })

  it('remarks on files that rules are tried on', async () => {
    const { err } = await run('rules', 'usage', plans)
    expect(err).toContain('E_READ_EMPTY')
    expect(lines(err).filter(line => steers.test(line))).toEqual([])
  })

  it('faults of the program itself', async () => {
    const out = (): never => {
      throw new Error(`at ${steering}`)
    }
    const { err, status } = await runIn({ out }, 'documents', '--db', db)
    expect([status, err]).toEqual([4, expect.stringContaining('E_INTERNAL: Error: at [41m')])
    expect(lines(err).filter(line => steers.test(line))).toEqual([])
  })

  it.each([
    [[`${ESC}[2Jx`]],
    [['targets', `--x${steering}`]],
    [['extract', join(plans, `none${steering}.txt`)]],
    [['extract', join(plans, `b${ESC}]0;owned\u0007.txt`)]],
  ])('errors: %j', async argv => {
    const { err, status } = await run(...argv)
    expect(status).toBeGreaterThan(1)
    expect(lines(err).filter(line => steers.test(line))).toEqual([])
  })
})
