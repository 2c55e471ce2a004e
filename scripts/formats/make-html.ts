const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Characters outside ASCII as references, so that bytes of a legacy font reach the converter as the Windows characters they are. */
const ascii = (html: string): string => html.replace(/[^\0-\x7f]/g, c => `&#${c.charCodeAt(0)};`)

/** Marks around letters that are set in a capitals font. */
export const CAPITALS_OPEN = '\ue000'
export const CAPITALS_CLOSE = '\ue001'
const setCapitals = (html: string, font: string | null): string =>
  html.replaceAll(CAPITALS_OPEN, font ? `<span style="font-family: '${font}'">` : '').replaceAll(CAPITALS_CLOSE, font ? '</span>' : '')

/** A page of paragraphs, one for every line of a text, in one font: what the converters start from. Marked letters are set in the capitals font. */
export function makeHtml(text: string, font: string, capitalsFont: string | null = null): string {
  const paragraphs = text.split(/\r?\n/).map(line => `<p>${line.trim() === '' ? '<br>' : setCapitals(escapeHtml(line.replace(/\t/g, ' ')), capitalsFont)}</p>`)
  const style = `p { font-family: '${font}'; font-size: 13pt; margin: 0 }`
  return ascii(`<!DOCTYPE html>\n<html><head><meta charset="utf-8"><style>${style}</style></head><body>\n${paragraphs.join('\n')}\n</body></html>\n`)
}
