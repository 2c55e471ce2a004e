import { createHash } from 'node:crypto'
import { createExtractor, type Extraction } from '../src/index.js'
import type { Store } from '../src/store/open-store.js'
import type { ProvincePeriod } from '../src/store/province-time.js'
import { writeDocument } from '../src/store/write-document.js'
import { seedTexts } from './texts.js'

const origin = { rulebookHash: 'bench', extractorVersion: 'bench', provinceNow: null }
/** Units of a decree's beginning, and of the piece of its body that follows: short decrees, so that many fit on a disk. */
const [headLength, pieceLength] = [2500, 4500]
const piecesASeed = 3

/** The beginning of each seed with one of several pieces of its body. */
function shortTexts(): string[] {
  return seedTexts.flatMap(text =>
    Array.from({ length: piecesASeed }, (_, i) => {
      const from = text.indexOf('\n', headLength + Math.floor(((text.length - headLength) * i) / piecesASeed))
      return text.slice(0, headLength) + text.slice(from, from + pieceLength)
    }),
  )
}

/** Numbers of provincial bodies are given anew by each of them; those of the centre are the same everywhere. */
const renumbered = (number: string, n: number): string => (/UBND|HĐND|TU$/.test(number) ? number.replace(/^\d+/, String((n % 4000) + 1)) : number)

/** The n-th document: another number, province and day, and so other citations of the province's own documents. */
function variant(base: Extraction, provinces: readonly ProvincePeriod[], n: number): Extraction {
  const { code, name } = provinces[n % provinces.length] as ProvincePeriod
  const date = new Date(Date.UTC(2016, 0, 1 + ((n * 7) % 3300))).toISOString().slice(0, 10)
  const sha256 = createHash('sha256').update(`document ${n}`).digest('hex')
  return {
    ...base,
    source: { ...base.source, file: `${n}.txt`, sha256 },
    document: { ...base.document, number: `${(n % 4000) + 1}/KH-UBND`, province: { code, name }, date },
    citations: base.citations.map((c, i) => (c.canonical === null ? c : { ...c, canonical: renumbered(c.canonical, n + i) })),
  }
}

/** Writes documents made of the seeds through the real writer, numbers `from` to below `to`. */
export async function writeMany({ db }: Store, provinces: readonly ProvincePeriod[], from: number, to: number): Promise<void> {
  const extract = await createExtractor()
  const bases = shortTexts().map(text => extract(text))
  for (let n = from; n < to; n++) {
    const name = `${n}.txt`
    await writeDocument(db, variant(bases[n % bases.length] as Extraction, provinces, n), origin, { path: name, file: name })
  }
}
