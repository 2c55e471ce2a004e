import type { Kysely } from 'kysely'
import type { Extraction } from '../../src/model/extraction.js'
import type { Store } from '../../src/store/open-store.js'
import { type ProvincePeriod, provinceOn, provinceToday } from '../../src/store/province-time.js'
import type { KnownDocument } from '../../src/store/registry-rows.js'
import type { ReadDatabase } from '../../src/store/schema.js'
import { writeCatalogue } from '../../src/store/write-catalogue.js'
import { writeDocument } from '../../src/store/write-document.js'
import { sourceOf } from '../store/an-extraction.js'
import { emptyMemory, type OpenEmpty } from '../store/databases.js'

const province = (code: string, name: string, from: string | null, until: string | null, successor: string | null, aliases: string[] = []): ProvincePeriod => ({
  code,
  name,
  unit: 'tỉnh',
  aliases,
  from,
  until,
  successor,
  predecessors: [],
})

/** A few of the provinces: a merger of three, one of two that took the other's name and code, one that stayed. */
export const provinces: readonly ProvincePeriod[] = [
  province('83', 'Bến Tre', null, '2025-06-30', '86'),
  province('84', 'Trà Vinh', null, '2025-06-30', '86'),
  province('86', 'Vĩnh Long', null, '2025-06-30', '86'),
  province('86', 'Vĩnh Long', '2025-07-01', null, null),
  province('89', 'An Giang', null, '2025-06-30', '91'),
  province('91', 'Kiên Giang', null, '2025-06-30', '91'),
  province('91', 'An Giang', '2025-07-01', null, null),
  province('42', 'Hà Tĩnh', null, '2025-06-30', '42'),
  province('42', 'Hà Tĩnh', '2025-07-01', null, null),
  province('38', 'Thanh Hóa', null, '2025-06-30', '38', ['Thanh Hoá']),
  province('38', 'Thanh Hóa', '2025-07-01', null, null, ['Thanh Hoá']),
]

const indicators = [
  { id: 'tthc.online', field: 'thủ tục hành chính', name: 'Tỷ lệ hồ sơ trực tuyến', unit: 'percent', better: 'higher' },
  { id: 'rank.pci', field: 'chỉ đạo điều hành', name: 'Thứ hạng PCI', unit: 'rank', better: 'lower' },
]

export async function store(db: Kysely<ReadDatabase>, extraction: Extraction): Promise<void> {
  const { province: its, date } = extraction.document
  const then = its && provinceOn(provinces, its.name, date)
  await writeDocument(
    db,
    extraction,
    { rulebookHash: 'r', extractorVersion: 'v', provinceNow: then ? provinceToday(provinces, then).name : null },
    sourceOf(extraction),
  )
}

/** A database with these documents, in memory unless another is asked for, and what is known beforehand. */
export async function aCorpus(extractions: readonly Extraction[], open: OpenEmpty = emptyMemory, registry: readonly KnownDocument[] = []): Promise<Store> {
  const opened = await open()
  await writeCatalogue(opened.db, { provinces, indicators, registry })
  for (const extraction of extractions) await store(opened.db, extraction)
  return opened
}
