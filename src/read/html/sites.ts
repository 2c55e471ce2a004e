import type { Element } from 'domhandler'

/** How a site's pages are built; names of ids (`#`) and classes (`.`). */
export interface Site {
  readonly name: string
  /** What holds the document's text, the likeliest first. */
  readonly body: readonly string[]
  /** What holds the site's own description of the document. */
  readonly properties: readonly string[]
  /** What stands in the text and is the site's: remarks, buttons. */
  readonly furniture: readonly string[]
}

/** The law sites whose pages are known. A page is also recognised by these names alone, when it does not say where it came from. */
export const sites: readonly Site[] = [
  {
    name: 'thuvienphapluat.vn',
    body: ['.content1', '#divContentDoc', '.contentDoc'],
    properties: ['#divThuocTinh', '#ctl00_Content_Tab_ThuocTinh'],
    furniture: ['.clsTooltip', '.tooltiptext', '.docGhiChu', '#divNoiDungSuaDoi', '.aLinkTaiVe'],
  },
  {
    name: 'vbpl.vn',
    body: ['#toanvancontent', '.toanvancontent', '.fulltext'],
    properties: ['.vbProperties', '.vbInfo'],
    furniture: ['.vbFile', '.vbNavi'],
  },
  {
    name: 'luatvietnam.vn',
    body: ['.the-document-body', '.noidungtracuu', '.entry-content-vb'],
    properties: ['.the-document-summary', '.div-table', '.table-summary', '#thuoctinh'],
    furniture: ['.docitem-binhluan', '.tooltip-button', '.bg-theo-doi', '.popupRelate-content', '.note-doc', '.lawsVnLogin', '.box-login'],
  },
  {
    name: 'hethongphapluat.com',
    body: ['#noidungvanban', '.noidungvanban', '#article-content', '.entry-content', '.news-content'],
    properties: ['#thuoctinhvanban', '.thuoc-tinh', '.table-thuoctinh'],
    furniture: ['.muc-luc', '.toc', '.tai-ve'],
  },
  {
    name: 'congbao.chinhphu.vn',
    body: ['#noidungvanban', '.noi-dung-van-ban', '.doc-content', '.content-detail', '.detail-content'],
    properties: ['.thuoc-tinh-van-ban', '.doc-info', '.table-attribute'],
    furniture: [],
  },
]

/** Whether an element has the id or class that a selector names. */
export function matchesName(element: Element, selector: string): boolean {
  if (selector.startsWith('#')) return element.attribs.id === selector.slice(1)
  return (element.attribs.class ?? '').split(/\s+/).includes(selector.slice(1))
}

/** The site that a page says it was saved from: by the browser's remark, its canonical address, or what it names as its own. */
export function siteOf(head: string): string | null {
  const address =
    /saved from url=\(\d+\)(\S+)/i.exec(head)?.[1] ??
    /<link[^>]+rel=["']?canonical["']?[^>]*href=["']?([^"'\s>]+)/i.exec(head)?.[1] ??
    /<meta[^>]+property=["']og:url["'][^>]*content=["']([^"']+)/i.exec(head)?.[1] ??
    /<base[^>]+href=["']?([^"'\s>]+)/i.exec(head)?.[1]
  const host =
    address &&
    /^(?:https?:)?\/\/([^/:?#]+)/i
      .exec(address)?.[1]
      ?.toLowerCase()
      .replace(/^www\./, '')
  return host || null
}
