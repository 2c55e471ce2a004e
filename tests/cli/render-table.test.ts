import pc from 'picocolors'
import { describe, expect, it } from 'vitest'
import { type Column, renderTable } from '../../src/cli/render-table.js'

describe('a table on a narrow screen', () => {
  const row = { document: '48/2025/NQ-HĐND', statement: 'Định mức phân bổ ngân sách và tỷ lệ phần trăm đối với các khoản thu' }
  const number: Column<typeof row> = { header: 'document', value: r => r.document }
  const words: Column<typeof row> = { header: 'statement', value: r => r.statement }
  const printed = (columns: readonly Column<typeof row>[], screen: number) => renderTable(columns, [row], screen, pc.createColors(false))

  it.each([40, 30, 20])('of %d columns keeps the number of a document whole', screen => {
    expect(printed([{ ...number, whole: true }, words], screen)).toContain(row.document)
    expect(printed([words, { ...number, whole: true }], screen)).toContain(row.document)
  })

  it('narrows columns that may be, wherever they stand', () => {
    const lines = printed([{ ...number, whole: true }, words], 40).split('\n')
    expect(Math.max(...lines.map(line => [...line].length))).toBeLessThanOrEqual(40)
    expect(printed([number, words], 20)).not.toContain(row.document)
  })
})
