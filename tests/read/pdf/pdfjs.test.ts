import { expect, test } from 'vitest'
import { openPdf } from '../../../src/read/pdf/pdf-document.js'
import { loadPdfjs } from '../../../src/read/pdf/pdfjs.js'
import { aPdf } from './a-pdf.js'

const { push: ownPush } = Array.prototype
const { parse: ownParse } = JSON

test('the functions of the language stay as they were when pdf.js is loaded and has read', async () => {
  await loadPdfjs()
  const document = await openPdf(aPdf([{ texts: [{ x: 85, y: 700, text: 'Điều 1.' }] }]))
  await document.withPage(1, page => page.getOperatorList({ annotationMode: 1 }))
  await document.close()
  expect(Array.prototype.push).toBe(ownPush)
  expect(JSON.parse).toBe(ownParse)
})

test('two documents are open side by side, and closing one leaves the other', async () => {
  const [a, b] = await Promise.all(['a', 'b'].map(text => openPdf(aPdf([{ texts: [{ x: 85, y: 700, text }] }]))))
  await a?.close()
  const { fnArray } = (await b?.withPage(1, page => page.getOperatorList({ annotationMode: 1 }))) ?? { fnArray: [] }
  await b?.close()
  expect(fnArray.length).toBeGreaterThan(3)
})
