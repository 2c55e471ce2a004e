// What a finding quotes is somebody else's text: on a page it is text, in an address it is a name.
import { expect, it } from 'vitest'
import { findingsToHtml } from '../../src/export/findings-html.js'
import { findingsToSarif } from '../../src/export/findings-sarif.js'
import type { Finding } from '../../src/model/audit.js'

const hostile = '<img src=x onerror=alert(1)> "&\' </mark>'
const text = `Căn cứ ${hostile} ngày`
const span = { start: 7, end: 7 + hostile.length }
const place = { document: `12/KH-UBND ${hostile}`, quote: hostile, span }
const finding = {
  ...place,
  check: 'citation.date-conflict',
  severity: 'error',
  message: `Two dates: ${hostile}`,
  messageVi: `Hai ngày: ${hostile}`,
  suggestion: hostile,
  related: [place, { ...place, document: `elsewhere ${hostile}` }],
} as unknown as Finding
const checks = [{ id: 'citation.date-conflict', name: { en: 'Dates', vi: `Ngày ${hostile}` }, about: hostile }] as never
const sources = new Map([[place.document, { text, file: `../a b?#${hostile}.txt` }]]) as never

it('as a page holds no element but its own', () => {
  const page = findingsToHtml([finding], checks, sources)
  expect(page).not.toMatch(/<img|<\/mark>[^<]*<\/mark>/)
  // The message, the suggestion, the name of the check; three places with the document's name, the passage twice and the quote alone.
  expect(page.split('&lt;img src=x onerror=alert(1)&gt; &quot;&amp;&#39; &lt;/mark&gt;')).toHaveLength(1 + 3 + 1 + 3 + 3)
  expect(page).not.toMatch(/<script|https?:/)
})

it('as SARIF names files by addresses that lead to nothing else', () => {
  const { results } = JSON.parse(findingsToSarif([finding], checks, sources, '1')).runs[0]
  const [location] = results[0].locations
  expect(location.physicalLocation.artifactLocation.uri).toMatch(/^\.\.\/a%20b%3F%23%3Cimg[\w%()'./=-]*\.txt$/)
  expect(location.physicalLocation.region.snippet.text).toBe(hostile)
})
