import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type RecordLine, recordLines } from '../../scripts/record-lines.js'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url))
const goldens = fileURLToPath(new URL('.', import.meta.url))
const isUpdating = process.env.UPDATE_GOLDEN === '1'
const rulebook = loadRulebook()

const kinds = { section: 'outline', target: 'targets', citation: 'citations', task: 'tasks', agency: 'agencies' } as const

/** Documents go by the first digits of their file's name. */
const documents = readdirSync(seeds)
  .filter(file => file.endsWith('.txt'))
  .sort()
  .map(file => ({ name: file.slice(0, 3), file: join(seeds, file) }))

const toText = (records: readonly RecordLine[]): string => records.map(({ line }) => `${line}\n`).join('')

describe('goldens of the seeds', () => {
  it('are never rewritten by a continuous build', () => {
    expect(isUpdating && Boolean(process.env.CI)).toBe(false)
  })

  for (const { name, file } of documents) {
    const text = readFileSync(file, 'utf8')
    const records = recordLines(extractDocument(rawTextOf(text), rulebook))
    it.each(Object.entries(kinds))(`${name}: every %s is as reviewed`, (kind, title) => {
      const golden = join(goldens, name, `${title}.txt`)
      const now = toText(records.filter(record => record.kind === kind))
      if (isUpdating && !process.env.CI) {
        mkdirSync(join(goldens, name), { recursive: true })
        writeFileSync(golden, now)
      }
      expect(existsSync(golden), `${golden} is missing: run UPDATE_GOLDEN=1 npx vitest run tests/golden`).toBe(true)
      expect(now).toBe(readFileSync(golden, 'utf8'))
    })
  }
})
