import { describe, expect, it } from 'vitest'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'
import { openings } from '../../src/rulebook/openings.js'
import { type PatternNode, parsePattern } from '../../src/rulebook/pattern-tree.js'

const begins: readonly (readonly [source: string, openings: readonly string[] | null])[] = [
  ['năm \\d{4}', ['NĂM 0', 'NĂM 1', 'NĂM 2', 'NĂM 3', 'NĂM 4', 'NĂM 5', 'NĂM 6', 'NĂM 7', 'NĂM 8', 'NĂM 9']],
  ['(?<![a-z])(?:Nghị định|Nghị quyết)(?= số)', ['NGHỊ ']],
  ['(?:các )?tổ chức', ['CÁC T', 'TỔ CH']],
  // All of the length of the shortest.
  ['kế hoạch|đề [^a]', ['KẾ ', 'ĐỀ ']],
  ['(?:ban ){2,}', ['BAN ']],
  ['(?:ban )*ngành', ['BAN ', 'NGÀN']],
  // "an" is too short to tell a place.
  ['a?n', null],
  ['\\d{1,3}%', null],
  ['[^a]năm', null],
  ['ở ', null],
  ['(?:)năm|', null],
]

describe('what matches begin with', () => {
  it.each(begins)('%s', (source, expected) => {
    const tree = parsePattern(source) as PatternNode
    const found = openings(tree)
    expect(found && [...found].sort()).toEqual(expected && [...expected].sort())
  })

  it('is told of most rules, so that they are tried at few places', () => {
    const rules = loadRulebook().rules
    const known = rules.filter(rule => openings(parsePattern(rule.regex.source) as PatternNode) !== null)
    expect(known.length / rules.length).toBeGreaterThan(0.6)
  })
})
