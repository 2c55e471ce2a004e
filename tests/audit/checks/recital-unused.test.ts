import { describe, expect, it } from 'vitest'
import { messages } from '../audit-text.js'

/** A body of many different words about one matter. */
const body = (matter: string): string => `QUYẾT ĐỊNH:\n\nĐiều 1. ${matter}\n\n${Array.from({ length: 260 }, (_, i) => `từ${i.toString(36)}`).join(' ')}.`

describe('citation.recital-unused', () => {
  it('states a basis whose matter the body never touches', () => {
    const text = `Căn cứ Quyết định số 411/QĐ-TTg ngày 31/3/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược nuôi trồng thủy sản ven biển bền vững;\n\n${body('Ban hành quy chế văn thư lưu trữ.')}`
    expect(messages('citation.recital-unused', text)).toEqual(['411/QĐ-TTg is a legal basis; the body neither cites it nor speaks of its matter.'])
  })

  it.each([
    [
      'a basis that is cited again',
      `Căn cứ Quyết định số 411/QĐ-TTg ngày 31/3/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược nuôi trồng thủy sản ven biển bền vững;\n\n${body('Thực hiện Quyết định số 411/QĐ-TTg.')}`,
    ],
    [
      'a basis whose matter the body shares',
      `Căn cứ Quyết định số 411/QĐ-TTg ngày 31/3/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược nuôi trồng thủy sản ven biển bền vững;\n\n${body('Phát triển nuôi trồng thủy sản ven biển bền vững.')}`,
    ],
    ['a law, which gives the power to decide', `Căn cứ Luật Thủy sản ngày 21/11/2017;\n\n${body('Ban hành quy chế văn thư lưu trữ.')}`],
    [
      'a document without a body of its own',
      'Căn cứ Quyết định số 411/QĐ-TTg ngày 31/3/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược nuôi trồng thủy sản ven biển bền vững;',
    ],
  ])('is silent on %s', (_, text) => expect(messages('citation.recital-unused', text)).toEqual([]))
})
