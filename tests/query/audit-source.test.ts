import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAudit, streamAudit } from '../../src/audit/run-audit.js'
import type { AuditDocument, AuditSource, Finding } from '../../src/model/audit.js'
import { auditSource } from '../../src/query/audit-source.js'
import { openStoreForWriting, type Store } from '../../src/store/open-store.js'
import { writeDocument } from '../../src/store/write-document.js'
import { decision, extractText, rulebook } from '../audit/audit-text.js'

const origin = { rulebookHash: 'test', extractorVersion: 'test', provinceNow: null }
let store: Store
let documents: readonly AuditDocument[]

/** Decisions that cite one resolution under its day, one under another, and each a plan of its own province by two days. */
const texts = [
  ...Array.from({ length: 8 }, (_, i) => decision(`Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ; Kế hoạch số ${i + 1}/KH-UBND ngày 02/3/2021.`)),
  decision('Căn cứ Nghị quyết số 76/NQ-CP ngày 16/7/2021 của Chính phủ; theo Kế hoạch số 9/KH-UBND ngày 02/3/2021 và Kế hoạch số 9/KH-UBND ngày 03/3/2021.'),
  // Of one number they would be versions of one decision.
].map((text, i) => text.replace('3504/QĐ-UBND', `${3504 + i}/QĐ-UBND`))

async function collect(source: AuditSource, options = {}): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const finding of streamAudit(source, rulebook, options)) found.push(finding)
  return found
}

beforeAll(async () => {
  store = await openStoreForWriting(':memory:')
  for (const [i, text] of texts.entries()) {
    const file = `${i}.txt`
    const extraction = extractText(text, file)
    const sha256 = createHash('sha256').update(text).digest('hex')
    await writeDocument(store.db, { ...extraction, source: { ...extraction.source, sha256 } }, origin, { path: file, file })
  }
  documents = []
  for await (const document of (await auditSource(store.db)).whole()) documents = [...documents, document]
})
afterAll(() => store.close())

describe('an audit of stored documents, one after another', () => {
  it('finds what an audit of all together finds', async () => {
    const found = await collect(await auditSource(store.db))
    expect(found).toEqual(runAudit({ documents }, rulebook))
    expect(documents).toHaveLength(texts.length)
    expect(found.map(finding => finding.check)).toContain('citation.date-conflict')
  })

  it('states a conflict between documents in the one that stands alone, with the first of the others', async () => {
    const [found, ...more] = (await collect(await auditSource(store.db), { checks: ['citation.date-conflict'] })).filter(f => f.quote.includes('76/NQ-CP'))
    expect(more).toEqual([])
    expect(found?.quote).toContain('16/7/2021')
    expect(found?.related.map(place => place.documentId)).toEqual(
      documents
        .filter(document => document.id !== found?.documentId)
        .slice(0, 5)
        .map(document => document.id),
    )
  })

  it('compares with all documents where findings of one are wanted', async () => {
    const all = await collect(await auditSource(store.db))
    for (const { id } of documents)
      expect(await collect(await auditSource(store.db, { wanted: [id] }))).toEqual(all.filter(finding => finding.documentId === id))
  })
})
