import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { auditTables } from '../../src/audit/audit-tables.js'
import { decision, documentOf, rulebook } from '../audit/audit-text.js'
import { dueBeforeDocument } from './examples/due-before-document.js'
import { blocksOf, missingFrom, prepareFolder, runLines, stepsOf } from './page-script.js'

const repository = process.cwd()
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chitieu-page-'))
})
afterEach(() => {
  process.chdir(repository)
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test.each(['docs/tutorial.md', 'docs/extending.md'])('%s: its commands run as they stand and print what it says', { timeout: 120_000 }, async page => {
  const blocks = blocksOf(readFileSync(page, 'utf8'))
  prepareFolder(folder, blocks)
  process.chdir(folder)
  for (const { commands, prints } of stepsOf(blocks)) {
    const printed = await runLines(commands)
    expect(missingFrom(printed, prints), `${commands.at(-1)} prints\n${printed.out}${printed.err}`).toBeNull()
  }
})

describe('the check that docs/extending.md writes', () => {
  it('stands in the page as it is tested', () => {
    const shown = blocksOf(readFileSync('docs/extending.md', 'utf8')).find(block => block.language === 'ts')
    expect(shown?.text).toBe(readFileSync(shown?.file ?? '', 'utf8'))
  })

  it.each([
    ['Đến năm 2020, phấn đấu 80% hồ sơ được xử lý trực tuyến.', ['"80%" is due in 2020; the document is of 2021-10-22.']],
    ['Đến năm 2021, phấn đấu 80% hồ sơ được xử lý trực tuyến.', []],
    ['Giai đoạn 2021 - 2025, phấn đấu 80% hồ sơ được xử lý trực tuyến.', []],
    ['Phấn đấu 80% hồ sơ được xử lý trực tuyến.', []],
  ])('%s', (body, messages) => {
    const said = dueBeforeDocument.inspect(documentOf('1', decision(body)), auditTables(rulebook))
    expect(said.map(draft => draft.message.en)).toEqual(messages)
  })
})
