import type { Document, Element } from 'domhandler'
import { matchesName, type Site, sites } from './sites.js'
import { elementsOf, isElement, traverse } from './traverse.js'

/** What an element holds: characters outside of links, those of links, and how many marks of a decree. */
interface Content {
  plain: number
  linked: number
  marks: number
}

/** Where the text of a page is. */
export interface PageBody {
  readonly root: Document | Element
  /** The known site whose names the page uses, or null. */
  readonly site: Site | null
  /** Whether the page is a site's, with furniture around the text, and not a document that was saved as HTML. */
  readonly isPage: boolean
  /** Children of the root that stand before the document's head: the site's title and description of it. */
  readonly left: ReadonlySet<Element>
}

const NONE: ReadonlySet<Element> = new Set()

/** What stands in decrees and hardly in what is around them. */
const MARK = /CỘNG H[ÒO][AÀ] XÃ HỘI|^\s*Điều \d+\s*[.:]|^\s*Căn cứ |Nơi nhận\s?:|^\s*(?:TM|KT)\. |^\s*(?:QUYẾT ĐỊNH|KẾ HOẠCH|NGHỊ QUYẾT|CHỈ THỊ|BÁO CÁO)\b/
const IGNORED = new Set(['script', 'style', 'noscript', 'head', 'template', 'svg', 'iframe', 'select', 'option'])

function measure(root: Document | Element): Map<Document | Element, Content> {
  const contents = new Map<Document | Element, Content>([[root, { plain: 0, linked: 0, marks: 0 }]])
  const open: (Document | Element)[] = [root]
  let links = 0
  traverse(root, {
    enter(element) {
      if (IGNORED.has(element.name)) return false
      open.push(element)
      contents.set(element, { plain: 0, linked: 0, marks: 0 })
      if (element.name === 'a' && element.attribs.href) links++
      return true
    },
    leave(element) {
      open.pop()
      if (element.name === 'a' && element.attribs.href) links--
      const own = contents.get(element) as Content
      const outer = contents.get(open.at(-1) as Element) as Content
      outer.plain += own.plain
      outer.linked += own.linked
      outer.marks += own.marks
    },
    text(words) {
      const length = words.replace(/\s+/g, ' ').trim().length
      const own = contents.get(open.at(-1) as Element) as Content
      if (links > 0) own.linked += length
      else own.plain += length
      if (MARK.test(words)) own.marks++
    },
  })
  return contents
}

/** Text below which an element is no document. */
const LEAST_TEXT = 200

function byNames(elements: readonly Element[], contents: ReadonlyMap<Document | Element, Content>, site: string | null): PageBody | null {
  const ordered = [...sites].sort((a, b) => Number(b.name === site) - Number(a.name === site))
  for (const candidate of ordered) {
    for (const name of candidate.body) {
      const found = elements
        .filter(element => matchesName(element, name))
        .map(element => ({ element, content: contents.get(element) }))
        .filter(({ content }) => content !== undefined && content.plain + content.linked >= LEAST_TEXT)
        .sort((a, b) => (b.content as Content).marks - (a.content as Content).marks || (b.content as Content).plain - (a.content as Content).plain)[0]
      // A name that is not the site's own, common as `entry-content` is, must also hold what a decree holds.
      if (found && (candidate.name === site || (found.content as Content).marks > 0)) return { root: found.element, site: candidate, isPage: true, left: NONE }
    }
  }
  return null
}

/** A page of a site has scripts, menus and many links; a document that Word or LibreOffice saved has none. */
function looksLikePage(elements: readonly Element[], whole: Content, html: string): boolean {
  if (/<meta[^>]+name=["']?(?:generator|progid)["']?[^>]*content=["']?(?:Microsoft Word|LibreOffice|OpenOffice|Word\.Document)/i.test(html.slice(0, 8192)))
    return false
  const chrome = elements.filter(e => ['nav', 'header', 'footer', 'script', 'form', 'aside'].includes(e.name)).length
  return chrome >= 2 || whole.linked > (whole.plain + whole.linked) * 0.15
}

/** What opens a decree's head, and what stands in decrees only. */
const HEAD =
  /^\s*(?:ỦY BAN|UỶ BAN|HỘI ĐỒNG NHÂN DÂN|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|VĂN PHÒNG|BỘ [A-ZĐÀ-Ỹ]|SỞ [A-ZĐÀ-Ỹ]|BAN [A-ZĐÀ-Ỹ]|TỈNH [A-ZĐÀ-Ỹ]|ĐẢNG CỘNG SẢN|Số\s?:\s?\S)/

function opensHead(element: Element): boolean {
  let found = false
  traverse(element, {
    enter: inner => !found && !IGNORED.has(inner.name),
    leave: () => {},
    text: words => {
      found ||= HEAD.test(words)
    },
  })
  return found
}

/** The children that stand before the one in which the document begins, if they hold less than it and what follows. */
function beforeHead(root: Document | Element, contents: ReadonlyMap<Document | Element, Content>): ReadonlySet<Element> {
  const children = root.children.filter(isElement)
  const first = children.findIndex(child => (contents.get(child)?.marks ?? 0) > 0 || opensHead(child))
  const before = children.slice(0, Math.max(0, first))
  const words = before.reduce((sum, child) => sum + (contents.get(child)?.plain ?? 0), 0)
  return words < (contents.get(root) as Content).plain * 0.5 ? new Set(before) : NONE
}

/**
 * Finds the text of a page: by the names that known sites give it, else by going down from the page to the element that still holds nearly
 * all marks of a decree and most of the words outside of links. A document that was saved as HTML is taken whole.
 */
export function findBody(document: Document, html: string, site: string | null): PageBody {
  const elements = elementsOf(document)
  const contents = measure(document)
  const named = byNames(elements, contents, site)
  if (named) return named
  const whole = contents.get(document) as Content
  if (!looksLikePage(elements, whole, html)) return { root: document, site: null, isPage: false, left: NONE }
  let root: Document | Element = document
  for (;;) {
    const here: Content = contents.get(root) as Content
    const next: Element | undefined = root.children.filter(isElement).find(child => {
      const content = contents.get(child)
      if (!content || content.plain < LEAST_TEXT) return false
      return here.marks > 0 ? content.marks >= here.marks * 0.95 && content.plain >= here.plain * 0.5 : content.plain >= here.plain * 0.75
    })
    // Old portals set the whole page in a table: one of its cells holds the document with all its marks.
    const isEnd = !next || ['p', 'ul', 'ol', 'pre'].includes(next.name) || (here.marks === 0 && ['table', 'tbody', 'tr'].includes(next.name))
    if (isEnd) return { root, site: null, isPage: true, left: beforeHead(root, contents) }
    root = next
  }
}
