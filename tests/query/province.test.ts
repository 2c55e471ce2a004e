import { describe, expect, it, test } from 'vitest'
import { findDocuments } from '../../src/query/find-documents.js'
import { findTargets } from '../../src/query/find-targets.js'
import { findProvince, provinceFilter } from '../../src/query/province-filter.js'
import { provinceOn } from '../../src/store/province-time.js'
import { anExtraction } from '../store/an-extraction.js'
import { aCorpus, provinces } from './a-corpus.js'

const plan = (name: string, code: string, date: string) =>
  anExtraction({ number: `${code}${date.slice(0, 4)}/KH-UBND`, province: { code, name }, date }, { file: `${code}-${date}.txt` })

const plans = [
  plan('Trà Vinh', '84', '2022-02-16'),
  plan('Vĩnh Long', '86', '2022-03-01'),
  plan('Vĩnh Long', '86', '2025-09-01'),
  plan('Bến Tre', '83', '2023-01-01'),
  plan('An Giang', '89', '2024-01-01'),
  plan('An Giang', '91', '2025-08-01'),
  plan('Kiên Giang', '91', '2024-01-01'),
  plan('Hà Tĩnh', '42', '2021-10-22'),
]

describe('a question about a province', () => {
  test.each([
    ['Vĩnh Long', ['832023/KH-UBND', '842022/KH-UBND', '862022/KH-UBND', '862025/KH-UBND']],
    ['vinh long', ['832023/KH-UBND', '842022/KH-UBND', '862022/KH-UBND', '862025/KH-UBND']],
    ['tỉnh Trà Vinh', ['842022/KH-UBND', '862025/KH-UBND']],
    ['Kiên Giang', ['912024/KH-UBND', '912025/KH-UBND']],
    ['An Giang', ['892024/KH-UBND', '912024/KH-UBND', '912025/KH-UBND']],
    ['Hà Tĩnh', ['422021/KH-UBND']],
    ['Thanh Hoá', []],
  ])('%s finds its documents under all its names and borders', async (name, numbers) => {
    const store = await aCorpus(plans)
    const province = await findProvince(store.db, name)
    const documents = await findDocuments(store.db, { province })
    expect(documents.map(d => d.document).sort()).toEqual(numbers)
    const targets = await findTargets(store.db, { province })
    expect(targets.map(t => t.document).sort()).toEqual(numbers)
    await store.close()
  })

  test.each([
    ['Vĩnh Long', ['Vĩnh Long has included Bến Tre and Trà Vinh since 2025-07-01: their earlier documents are listed too.']],
    ['Trà Vinh', ['Trà Vinh has been part of Vĩnh Long since 2025-07-01: documents of Vĩnh Long from that day are listed too.']],
    ['Hà Tĩnh', []],
  ])('%s says what widened it', (name, notes) => expect(provinceFilter(provinces, name).notes).toEqual(notes))

  it('refuses what is no province', () => expect(() => provinceFilter(provinces, 'Hà Lan')).toThrow(expect.objectContaining({ code: 'E_QUERY_NO_PROVINCE' })))

  test.each([
    ['An Giang', '2024-01-01', '89'],
    ['An Giang', '2025-07-01', '91'],
    ['An Giang', null, '91'],
    ['Trà Vinh', null, '84'],
    ['Trà Vinh', '2026-01-01', '84'],
  ])('%s on %s has the code %s', (name, date, code) => expect(provinceOn(provinces, name, date)?.code).toBe(code))

  it('shows what a province is part of today', async () => {
    const store = await aCorpus(plans)
    const rows = await findTargets(store.db, { province: await findProvince(store.db, 'Trà Vinh') })
    expect(rows.map(r => [r.province, r.provinceNow])).toEqual([
      ['Trà Vinh', 'Vĩnh Long'],
      ['Vĩnh Long', 'Vĩnh Long'],
    ])
    await store.close()
  })
})
