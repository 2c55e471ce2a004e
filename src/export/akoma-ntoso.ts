import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { CitationRecord, Extraction, SectionRecord } from '../model/extraction.js'
import type { Origin } from '../query/find-origins.js'
import { withoutControls } from './cells.js'
import { slug } from './slug.js'

/** Akoma Ntoso 3.0 (OASIS LegalDocML): the element of each kind of heading. What the standard has no name for is an `hcontainer` of its own name. */
const elements: Readonly<Record<string, { readonly element: string; readonly short: string }>> = {
  phan: { element: 'part', short: 'part' },
  chuong: { element: 'chapter', short: 'chp' },
  muc: { element: 'section', short: 'sec' },
  'tieu-muc': { element: 'subsection', short: 'subsec' },
  dieu: { element: 'article', short: 'art' },
  khoan: { element: 'paragraph', short: 'para' },
  diem: { element: 'point', short: 'point' },
}

interface Identity {
  readonly type: string | null
  readonly number: string | null
  readonly name: string | null
  readonly date: string | null
  readonly province: string | null
}

/** The address of a work after the standard's naming convention: country, type, date, number; `nn` where no number is known. */
function addressOf({ type, number, name, date, province }: Identity): string {
  const country = province === null ? 'vn' : `vn-${slug(province)}`
  return `/akn/${country}/doc/${slug(type ?? 'van-ban')}/${date ?? 'nd'}/${slug(number ?? name ?? '') || 'nn'}`
}

const citedAddress = (citation: CitationRecord): string =>
  addressOf({ type: citation.type, number: citation.repaired ?? citation.canonical, name: citation.name, date: citation.date, province: null })

/** The namespace of places: UTF-16 units of the reader's text, end exclusive. */
const PLACES = 'urn:chitieu:places'

interface Inline {
  readonly start: number
  readonly end: number
  /** What it is called in the document, and the rule that found it. */
  readonly eId: string
  readonly rule: string
  readonly open: (parent: XMLBuilder, attributes: Readonly<Record<string, string>>) => XMLBuilder
}

/** What is marked inside paragraphs: citations as references, targets as quantities. Marks that would cross an earlier one are left out. */
function inlinesOf(extraction: Extraction): Inline[] {
  const all: Inline[] = [
    ...extraction.citations
      .filter(citation => !citation.self)
      .map(
        (citation, i): Inline => ({
          ...citation.span,
          eId: `ref_${i + 1}`,
          rule: citation.rule,
          open: (parent, attributes) => parent.ele('ref', { ...attributes, href: citedAddress(citation) }),
        }),
      ),
    ...extraction.targets.map(
      (target, i): Inline => ({
        ...target.span,
        eId: `quantity_${i + 1}`,
        rule: target.rule,
        open: (parent, attributes) =>
          parent.ele('quantity', { ...attributes, normalized: String(target.value), ...(target.indicator && { refersTo: `#${target.indicator}` }) }),
      }),
    ),
  ]
  const kept: Inline[] = []
  for (const inline of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) if (inline.start >= (kept.at(-1)?.end ?? 0)) kept.push(inline)
  return kept
}

interface Writing {
  readonly text: string
  readonly inlines: readonly Inline[]
  /** Which of them have been set: those in headings are not. */
  readonly marked: Set<string>
}

/** The lines of a stretch of text as paragraphs; every word of it stands in one. A mark that runs over a line's end is in both. */
function addParagraphs(parent: XMLBuilder, { text, inlines, marked }: Writing, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; ) {
    const lineEnd = Math.min(end, (text.indexOf('\n', at) + 1 || end + 1) - 1)
    if (text.slice(at, lineEnd).trim() !== '') {
      const paragraph = parent.ele('p')
      count++
      let from = at
      for (const inline of inlines) {
        if (inline.end <= from || inline.start >= lineEnd) continue
        const [open, close] = [Math.max(from, inline.start), Math.min(lineEnd, inline.end)]
        if (open > from) paragraph.txt(withoutControls(text.slice(from, open)))
        inline.open(paragraph, marked.has(inline.eId) ? {} : { eId: inline.eId }).txt(withoutControls(text.slice(open, close)))
        marked.add(inline.eId)
        from = close
      }
      if (from < lineEnd) paragraph.txt(withoutControls(text.slice(from, lineEnd)))
    }
    at = lineEnd + 1
  }
  return count
}

interface Node {
  readonly section: SectionRecord
  readonly end: number
  readonly children: readonly Node[]
}

/** The headings as a tree; each ends where the next that it does not govern begins. */
function treeOf(sections: readonly SectionRecord[], parent: number | null, end: number): Node[] {
  const own = sections.filter(section => section.parent === parent)
  return own.map((section, i) => {
    const until = own[i + 1]?.span.start ?? end
    return { section, end: until, children: treeOf(sections, section.id, until) }
  })
}

/** Where the printed number of a heading ends, its punctuation included: `Điều 1.`, `a)`. */
function labelEnd(text: string, { span, label }: SectionRecord): number {
  const printed = label.split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const match = new RegExp(`^[^\\p{L}\\p{N}]*${printed.join('\\s+')}[.)/:*_]*`, 'iu').exec(text.slice(span.start, span.end))
  return span.start + (match?.[0].length ?? 0)
}

function addSection(parent: XMLBuilder, node: Node, writing: Writing, base: string, used: Set<string>): void {
  const { section, end, children } = node
  const known = elements[section.kind]
  const plain = `${base === '' ? '' : `${base}__`}${known?.short ?? slug(section.kind)}_${slug(section.label) || 'nn'}`
  let eId = plain
  for (let i = 2; used.has(eId); i++) eId = `${plain}-${i}`
  used.add(eId)
  const element = parent.ele(known?.element ?? 'hcontainer', { eId, ...(known ? {} : { name: section.kind }) })
  const numberEnd = labelEnd(writing.text, section)
  element.ele('num').txt(withoutControls(writing.text.slice(section.span.start, numberEnd)))
  if (section.title !== null) element.ele('heading').txt(withoutControls(writing.text.slice(numberEnd, section.span.end).replace(/\s+/g, ' ').trim()))
  const textStart = section.title === null ? numberEnd : section.span.end
  if (children.length === 0) {
    const content = element.ele('content')
    if (addParagraphs(content, writing, textStart, end) === 0) content.ele('p')
    return
  }
  const first = (children[0] as Node).section.span.start
  if (writing.text.slice(textStart, first).trim() !== '') addParagraphs(element.ele('intro'), writing, textStart, first)
  for (const child of children) addSection(element, child, writing, eId, used)
}

function addMeta(doc: XMLBuilder, extraction: Extraction): XMLBuilder {
  const d = extraction.document
  const work = addressOf({ type: d.type, number: d.number, name: d.title, date: d.date, province: d.province?.name ?? null })
  const expression = `${work}/vie@${d.date ?? ''}`
  const meta = doc.ele('meta')
  const identification = meta.ele('identification', { source: '#chitieu' })
  // A date is required; the year 1 says that the text prints none.
  const dated = (parent: XMLBuilder): void => {
    parent.ele('FRBRdate', { date: d.date ?? '0001-01-01', name: d.date === null ? 'unknown' : 'issued' })
    parent.ele('FRBRauthor', { href: '#issuer' })
  }
  const level = (name: string, address: string): XMLBuilder => {
    const element = identification.ele(name)
    element.ele('FRBRthis', { value: `${address}/!main` })
    element.ele('FRBRuri', { value: address })
    dated(element)
    return element
  }
  const ofWork = level('FRBRWork', work)
  ofWork.ele('FRBRcountry', { value: 'vn' })
  if (d.type !== null) ofWork.ele('FRBRsubtype', { value: slug(d.type) })
  if (d.number !== null) ofWork.ele('FRBRnumber', { value: withoutControls(d.number) })
  if (d.title !== null) ofWork.ele('FRBRname', { value: withoutControls(d.title).replace(/\s+/g, ' ') })
  level('FRBRExpression', expression).ele('FRBRlanguage', { language: 'vie' })
  level('FRBRManifestation', `${expression}.akn`).ele('FRBRformat', { value: 'application/akn+xml' })
  const references = meta.ele('references', { source: '#chitieu' })
  references.ele('TLCOrganization', {
    eId: 'issuer',
    href: `/akn/ontology/organization/vn/${slug(d.issuer ?? 'unknown')}`,
    showAs: withoutControls(d.issuer ?? 'unknown'),
  })
  references.ele('TLCOrganization', { eId: 'chitieu', href: '/akn/ontology/organization/chitieu', showAs: 'chitieu' })
  const indicators = [...new Set(extraction.targets.flatMap(target => target.indicator ?? []))]
  for (const id of indicators) references.ele('TLCConcept', { eId: id, href: `/akn/ontology/concept/vn/${id}`, showAs: id })
  return meta
}

/**
 * By what the document was made and where each mark stands in its source. The standard has no words for that; what is proprietary may hold
 * what it likes, in a namespace of its own.
 */
function addPlaces(meta: XMLBuilder, { inlines, marked }: Writing, { sha256, reader, rulesHash, extractorVersion }: Origin): void {
  const own = meta.ele('proprietary', { source: '#chitieu' })
  own.ele(PLACES, 'origin', { sha256, reader, rulesHash, extractorVersion })
  for (const { eId, start, end, rule } of inlines)
    if (marked.has(eId)) own.ele(PLACES, 'place', { of: `#${eId}`, start: String(start), end: String(end), rule })
}

/**
 * A document as Akoma Ntoso 3.0: what identifies it, its headings as the standard's hierarchy, every word of its text, its citations as
 * references and its targets as quantities. What was issued with a decision stands behind its articles, as in the text.
 */
export function akomaNtoso(extraction: Extraction, origin: Origin): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('akomaNtoso', { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' })
  const doc = root.ele('doc', { name: slug(extraction.document.type ?? 'van-ban') })
  const writing: Writing = { text: extraction.text, inlines: inlinesOf(extraction), marked: new Set() }
  const meta = addMeta(doc, extraction)
  const tree = treeOf(extraction.sections, null, extraction.text.length)
  const bodyStart = tree[0]?.section.span.start ?? 0
  if (extraction.text.slice(0, bodyStart).trim() !== '') addParagraphs(doc.ele('preface'), writing, 0, bodyStart)
  const body = doc.ele('mainBody')
  if (tree.length === 0) addParagraphs(body, writing, 0, extraction.text.length)
  const used = new Set<string>()
  for (const node of tree) addSection(body, node, writing, '', used)
  addPlaces(meta, writing, origin)
  return `${root.end({ prettyPrint: false })}\n`
}
