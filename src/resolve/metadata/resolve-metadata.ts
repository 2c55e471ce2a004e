import { isoDate } from '../../model/calendar.js'
import type { DocumentRecord } from '../../model/extraction.js'
import type { Reading } from '../../model/reading.js'
import type { Part } from '../../model/section.js'
import type { Span } from '../../model/text.js'
import type { Rulebook } from '../../rulebook/index.js'
import { onceForRulebook } from '../../rulebook/once-for-rulebook.js'
import { blocksOf } from './blocks-of.js'
import { findNamedProvince, findProvince, type ProvinceRef } from './find-province.js'
import { readAttachmentNote, readFirst, readNumber, readPlaceDate, readSentenceHead } from './header.js'
import { readIssuer } from './issuer.js'
import { findPeriod } from './period.js'
import { readSignature } from './signature.js'

/** The names of document types, the longest first. */
const typesOf = onceForRulebook(rulebook =>
  rulebook
    .tables('document-types')
    .flatMap(t => t.entries.map(({ name }) => ({ name, capital: name.toUpperCase() })))
    .sort((a, b) => b.name.length - a.name.length),
)

/** "CHƯƠNG TRÌNH TỔNG THỂ …" as the type "Chương trình", by the table of document types; the longest name that fits. */
export function typeOf(printed: string | null, rulebook: Rulebook): string | null {
  if (printed === null) return null
  const capital = printed.toUpperCase().replace(/ ?[:.]$/u, '')
  return (
    typesOf(rulebook).find(type => capital === type.capital || capital.startsWith(`${type.capital} `))?.name ?? (/^PHỤ LỤC/.test(capital) ? 'Phụ lục' : null)
  )
}

/** Where no type word is printed, the symbol tells the type: 48/2025/NQ-HĐND is a resolution; a symbol that begins with the body is that of a công văn. */
function typeOfSymbol(number: string, rulebook: Rulebook): string | null {
  const groups = /^\d+[a-z]?(?:\/\d{4})?\/([^-/]+)[-/]/i.exec(number)?.[1]
  if (groups === undefined) return null
  const entry = rulebook
    .tables('document-types')
    .flatMap(t => t.entries)
    .find(e => e.codes.includes(groups))
  if (entry) return entry.name
  return /^(?:UBND|HĐND|VP|S[A-ZĐ]|B[A-ZĐ])/.test(groups) ? 'Công văn' : null
}

/** The part's title; a type word that heads it ("CHƯƠNG TRÌNH TỔNG THỂ …") belongs to it. */
const titleOf = (part: Part, rulebook: Rulebook): string | null => {
  if (part.title !== null) return part.title
  const type = typeOf(part.type, rulebook)
  return part.type !== null && type !== null && part.type.length > type.length + 2 && type !== 'Phụ lục' ? part.type : null
}

const LOCAL = /UBND|HĐND|\/TU\b|-TU\b|SNV|\/UBND|S[A-Z]{2,}/

function provinceOf(
  reading: Reading,
  number: string | null,
  place: string | null,
  date: string | null,
  rulebook: Rulebook,
): { readonly province: ProvinceRef; readonly span: Span | null } | null {
  const local = number === null || LOCAL.test(number)
  const heads = blocksOf(reading, 'header').filter(b => b.part === 0)
  for (const block of heads) {
    const words = reading.text.slice(block.span.start, block.span.end)
    if (!/(?:TỈNH|THÀNH PHỐ|TP\.)\s/.test(words) || words !== words.toUpperCase()) continue
    const province = findProvince(words, date, rulebook)
    if (province) return { province, span: block.span }
  }
  if (!local) return null
  const fromPlace = place ? findProvince(place, date, rulebook) : null
  if (fromPlace) return { province: fromPlace, span: null }
  const site = readFirst(reading, blocksOf(reading, 'boilerplate'), /^(?:Cơ quan ban hành|Nơi ban hành)\s?:?\s?(.+)$/, 'CN')
  const fromSite = site ? findProvince(site.match[1] as string, date, rulebook) : null
  if (fromSite && site) return { province: fromSite, span: site.span }
  const titles = reading.segmentation.parts.map(p => p.title ?? p.type ?? '').join('\n')
  const named = findNamedProvince(titles, date, rulebook)
  return named ? { province: named, span: null } : null
}

function effectiveDate(reading: Reading): { readonly value: string; readonly span: Span } | null {
  if (!reading.text.includes('này có hiệu lực')) return null
  const body = reading.segmentation.blocks.filter(b => b.part === 0 && ['heading', 'paragraph'].includes(b.kind))
  const found = readFirst(
    reading,
    body,
    /(?:Nghị quyết|Quyết định|Chỉ thị|Quy định|Kế hoạch) này có hiệu lực(?: thi hành)?(?: kể)? từ ngày (\d{1,2})(?:\/| tháng )(\d{1,2})(?:\/| năm )(\d{4})/,
  )
  const value = found ? isoDate(found.match[1] as string, found.match[2] as string, found.match[3] as string) : null
  return found && value ? { value, span: found.span } : null
}

function recipients(reading: Reading): string[] | null {
  const listed = blocksOf(reading, 'recipient').filter(b => b.marker !== null)
  const part = listed[0]?.part
  const words = listed.filter(b => b.part === part).map(b => reading.text.slice(b.bodyStart, b.span.end).replace(/[;.,\s]+$/, ''))
  return words.length > 0 ? words.filter(w => w !== '') : null
}

/** The document's own header, title, signature and recipients; null where the text does not say. */
export function resolveMetadata(reading: Reading, rulebook: Rulebook): DocumentRecord {
  const { parts } = reading.segmentation
  const main = parts[0] as Part
  const note = readAttachmentNote(reading)
  const sentence = readSentenceHead(reading, rulebook)
  const number = readNumber(reading) ?? sentence?.number ?? note?.number ?? null
  const { place, date: printed } = readPlaceDate(reading)
  const sameNumber = note !== null && number !== null && note.number.value === number.value
  const date = printed ?? sentence?.date ?? (sameNumber ? note.date : null)
  const province = provinceOf(reading, number?.value ?? null, place?.value ?? null, date?.value ?? null, rulebook)
  const issuer = sentence?.issuer ?? readIssuer(reading, province?.province ?? null)
  const { signer, title: signerTitle } = readSignature(reading)
  const effective = effectiveDate(reading)
  const title = sentence ? sentence.title : titleOf(main, rulebook)
  const attachments = parts.slice(1).map(p => ({ type: typeOf(p.type, rulebook), title: titleOf(p, rulebook) }))
  // What a decree puts in force may be for a year that only its own title names; an annex of several has a year of its own.
  const ownTitles = [title, ...attachments.filter((_, i) => parts[i + 1]?.kind !== 'appendix').map(a => a.title)]
  const period = ownTitles.map(t => findPeriod(t ?? '', rulebook)).find(p => p !== null) ?? null
  const evidence = Object.entries({ number, place, date, province, issuer, signer, signerTitle, effectiveDate: effective }).flatMap(([name, read]) =>
    read?.span ? [[name, read.span] as const] : [],
  )
  const symbolType = number && main.type === null ? typeOfSymbol(number.value, rulebook) : null
  return {
    number: number?.value ?? null,
    type: typeOf(main.type, rulebook) ?? symbolType,
    title,
    issuer: issuer?.value ?? null,
    province: province?.province ?? null,
    place: place?.value ?? null,
    date: date?.value ?? null,
    effectiveDate: effective?.value ?? null,
    signer: signer?.value ?? null,
    signerTitle: signerTitle?.value ?? null,
    period,
    recipients: recipients(reading),
    attachments,
    evidence: Object.fromEntries(evidence),
  }
}
