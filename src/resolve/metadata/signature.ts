import type { Reading } from '../../model/reading.js'
import { blocksOf } from './blocks-of.js'
import type { Read } from './header.js'
import { readFirst } from './header.js'

const NAME = /^(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*\s){1,5}[A-ZĐÀ-Ỹ][a-zđà-ỹ]*$/
const OFFICE = /^(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|CHỦ NHIỆM|THỨ TRƯỞNG|BÍ THƯ|CHÁNH VĂN PHÒNG|CHỦ TỌA)$/iu

/** "PHÓ CHỦ TỊCH" as "Phó Chủ tịch". */
const office = (words: string): string => {
  const deputy = /^phó /iu.test(words)
  const base = words.replace(/^phó /iu, '')
  const small = (base[0] ?? '').toUpperCase() + base.slice(1).toLowerCase()
  return deputy ? `Phó ${small}` : small
}

/** Who signed and as what: of the document itself, not of its attachments; a law site's "Người ký" where the signature is lost. */
export function readSignature(reading: Reading): { readonly signer: Read | null; readonly title: Read | null } {
  const { blocks } = reading.segmentation
  const signed = blocksOf(reading, 'signature')
  const part = signed.find(b => b.part === 0) ? 0 : signed[0]?.part
  const own = signed.filter(b => b.part === part)
  const words = own.map(b => ({ value: reading.text.slice(b.span.start, b.span.end), span: b.span }))
  const at = words.findIndex(w => NAME.test(w.value))
  const name = words[at]
  const title = words.slice(0, at < 0 ? words.length : at).findLast(w => OFFICE.test(w.value))
  const site = readFirst(reading, blocksOf(reading, 'boilerplate'), /^Người ký\s?:?\s?((?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*\s?){2,6})$/, 'N')
  const alone = blocksOf(reading, 'boilerplate').find(
    b => reading.text.charAt(b.span.start) === 'N' && /^Người ký\s?:?$/.test(reading.text.slice(b.span.start, b.span.end)),
  )
  const beside = alone && blocks[alone.id + 1]
  const besideName =
    beside && NAME.test(reading.text.slice(beside.span.start, beside.span.end))
      ? { value: reading.text.slice(beside.span.start, beside.span.end), span: beside.span }
      : null
  const listed = site ? { value: (site.match[1] as string).trim(), span: site.span } : besideName
  return { signer: name ?? listed, title: title ? { value: office(title.value), span: title.span } : null }
}
