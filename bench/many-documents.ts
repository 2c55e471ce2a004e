import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createExtractor, type Extraction } from '../src/index.js'
import type { Store } from '../src/store/open-store.js'
import type { ProvincePeriod } from '../src/store/province-time.js'
import { writeDocument } from '../src/store/write-document.js'
import { seedTexts } from './texts.js'

const origin = { rulebookHash: 'bench', extractorVersion: 'bench', provinceNow: null }
/** Units of a decree's beginning, and of the piece of its body that follows: short decrees, so that many fit on a disk. */
const [headLength, pieceLength] = [2500, 4500]

/** The decrees of `seeds/`, and those of the folder that `CHITIEU_CORPUS` names. */
function sourceTexts(): readonly string[] {
  const folder = process.env.CHITIEU_CORPUS
  if (folder === undefined || !existsSync(folder)) return seedTexts
  const files = readdirSync(folder).filter(file => /\.(md|txt)$/.test(file))
  return [...seedTexts, ...files.sort().map(file => readFileSync(join(folder, file), 'utf8'))]
}

/** The beginning of each decree with each piece of its body: as many short decrees as there are pieces. */
function shortTexts(): string[] {
  return sourceTexts().flatMap(text =>
    Array.from({ length: Math.max(1, Math.floor((text.length - headLength) / pieceLength)) }, (_, i) => {
      const from = text.indexOf('\n', headLength + pieceLength * i)
      return text.slice(0, headLength) + text.slice(from, from + pieceLength)
    }),
  )
}

/** Numbers of provincial bodies are given anew by each of them; those of the centre are the same everywhere. */
export const renumbered = (number: string, n: number): string => (/UBND|HĐND|TU$/.test(number) ? number.replace(/^\d+/, String((n % 4000) + 1)) : number)

/** What tells the n-th document from the others of its kind: another number, province and day. */
export function identityOf(provinces: readonly ProvincePeriod[], n: number) {
  const province = provinces[n % provinces.length] as ProvincePeriod
  const date = new Date(Date.UTC(2016, 0, 1 + ((n * 7) % 3300))).toISOString().slice(0, 10)
  return { sha256: createHash('sha256').update(`document ${n}`).digest('hex'), number: `${(n % 4000) + 1}/KH-UBND`, province, date }
}

/** The n-th document: other citations of the province's own documents too. */
function variant(base: Extraction, provinces: readonly ProvincePeriod[], n: number): Extraction {
  const { sha256, number, province, date } = identityOf(provinces, n)
  return {
    ...base,
    source: { ...base.source, file: `${n}.txt`, sha256 },
    document: { ...base.document, number, province: { code: province.code, name: province.name }, date },
    citations: base.citations.map((c, i) => (c.canonical === null ? c : { ...c, canonical: renumbered(c.canonical, n + i) })),
  }
}

/** Writes documents numbered 0 to below `count`, made of real decrees, through the real writer. */
export async function writeMany({ db }: Store, provinces: readonly ProvincePeriod[], count: number): Promise<void> {
  const extract = await createExtractor()
  const bases = shortTexts().map(text => extract(text))
  for (let n = 0; n < count; n++) {
    const name = `${n}.txt`
    await writeDocument(db, variant(bases[n % bases.length] as Extraction, provinces, n), origin, { path: name, file: name })
  }
}
