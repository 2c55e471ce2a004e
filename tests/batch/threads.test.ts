import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openExtractPool } from '../../src/batch/threads/extract-pool.js'
import { defaultLimits } from '../../src/read/limits.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { contentsOf } from '../store/dump.js'
import { decreeOf, runBatch, writeDecrees } from './a-batch.js'

const folder = mkdtempSync(join(tmpdir(), 'chitieu-threads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('threads', { timeout: 240_000 }, () => {
  it('give the same rows as no threads, and tell of the files in the same order', async () => {
    const many = writeDecrees(join(folder, 'many'), 4)
    writeFileSync(join(many, '02b-twin.txt'), decreeOf(2))
    writeFileSync(join(many, '03b-empty.txt'), '')
    const [alone, threads] = [join(folder, 'alone.sqlite'), join(folder, 'threads.sqlite')]
    const first = await runBatch(alone, [many], { jobs: 1 })
    const second = await runBatch(threads, [many], { jobs: 2 })
    expect(second.outcomes).toEqual(first.outcomes)
    expect(second.report).toEqual({ ...first.report, run: second.report.run })
    expect(first.report).toMatchObject({ stored: 4, unchanged: 1, failed: 1 })
    expect(await contentsOf(threads)).toEqual(await contentsOf(alone))
  })

  it('end with a document that takes too long: it is refused with a code', async () => {
    const rulebookHash = loadRulebook().hash
    const heavy = Array.from({ length: 200 }, (_, n) => decreeOf(n + 1)).join('\n\n')
    const slow = openExtractPool({ jobs: 1, mostAtOnce: 3, rules: undefined, rulebookHash, limits: { ...defaultLimits, maxSeconds: 0.001 }, graceMs: 50 })
    try {
      await expect(slow.extract(bytesOf(heavy), 'slow.txt')).rejects.toMatchObject({ code: 'E_EXTRACT_TIMEOUT', params: { file: 'slow.txt' } })
    } finally {
      await slow.close()
    }
  })

  it('end with a document that takes too much memory: it is refused with a code, and the next one is read', async () => {
    const heavy = Array.from({ length: 300 }, (_, n) => decreeOf(n + 1000)).join('\n\n')
    const small = openExtractPool({ jobs: 1, mostAtOnce: 2, rules: undefined, rulebookHash: loadRulebook().hash, limits: defaultLimits, maxMegabytes: 100 })
    try {
      await expect(small.extract(bytesOf(heavy), 'heavy.txt')).rejects.toMatchObject({ code: 'E_EXTRACT_MEMORY', params: { file: 'heavy.txt', limit: '100' } })
      expect(await small.extract(bytesOf(decreeOf(1)), 'one.txt')).toBeDefined()
    } finally {
      await small.close()
    }
  })

  it('give out again what waited in a thread that the document before it ended', async () => {
    const rulebookHash = loadRulebook().hash
    const endless = decreeOf(1).repeat(400)
    const pool = openExtractPool({ jobs: 1, mostAtOnce: 4, rules: undefined, rulebookHash, limits: { ...defaultLimits, maxSeconds: 0.001 }, graceMs: 6000 })
    try {
      const given = [endless, decreeOf(2), decreeOf(3)].map((text, n) => pool.extract(bytesOf(text), `${n}.txt`))
      const came = await Promise.allSettled(given)
      expect(came.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
      expect(came[0]).toMatchObject({ reason: { code: 'E_EXTRACT_TIMEOUT', params: { file: '0.txt' } } })
    } finally {
      await pool.close()
    }
  })

  it('refuse rules that are not those of the batch', async () => {
    const pool = openExtractPool({ jobs: 1, mostAtOnce: 1, rules: undefined, rulebookHash: 'other', limits: defaultLimits })
    try {
      await expect(pool.extract(bytesOf(decreeOf(1)), 'one.txt')).rejects.toMatchObject({ code: 'E_RULES_INVALID' })
    } finally {
      await pool.close()
    }
  })
})
