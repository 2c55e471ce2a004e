import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run, temporaryFolder } from './run.js'

const folder = temporaryFolder()

const rule = (pattern: string, raw: string) => `
kind: patterns
stage: quantity-noise
about: A user's own rules.
rules:
  - id: own.word
    about: A word.
    pattern: '${pattern}'
    examples:
      match:
        - { text: 'theo lời hẹn', raw: '${raw}', source: invented }
`

function rulesFolder(name: string, file: string): string {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'own.yaml'), file)
  return join(folder, name)
}

describe('rules test', () => {
  it('holds for the program itself', async () => expect(await run('rules', 'test')).toMatchObject({ status: 0, out: expect.stringMatching(/, 0 faults\n$/) }))

  it('ends with 1 and says what was found instead', async () => {
    const ran = await run('rules', 'test', '--rules', rulesFolder('wrong', rule('lời', 'hẹn')))
    expect(ran.status).toBe(1)
    expect(ran.out).toContain('own.word: in "theo lời hẹn" it found "lời" instead of "hẹn"')
    const json = JSON.parse((await run('rules', 'test', '--rules', join(folder, 'wrong'), '--format', 'json')).out)
    expect(json.faults).toHaveLength(1)
  })

  it.each([
    ['a pattern that does not compile', 'paren', rule('(lời', 'lời'), /own\.yaml is not valid: rule own\.word: /],
    ['YAML that does not parse', 'yaml', 'kind: [', /own\.yaml is not valid/],
    ['a kind that is none', 'kind', 'kind: cats', /its kind is "cats"/],
    [
      'a stage that nobody asks for',
      'stage',
      rule('lời', 'lời').replace('quantity-noise', 'quantity-noize'),
      /no stage is named quantity-noize \(did you mean quantity-noise\?\)/,
    ],
    ['a rule without examples', 'bare', rule('lời', 'lời').replace(/ {4}examples[\s\S]*/, ''), /examples/],
  ])('refuses %s', async (_, name, file, says) => {
    const ran = await run('rules', 'test', '--rules', rulesFolder(name, file))
    expect(ran).toMatchObject({ status: 4, out: '' })
    expect(ran.err).toMatch(/^E_RULES_INVALID: /)
    expect(ran.err).toMatch(says)
  })
})

describe('an indicator of a user', () => {
  const forest = (value: string): string => `
kind: indicators
about: Forests.
field: lâm nghiệp
headings: [lâm nghiệp]
entries:
  - id: forest.cover
    name: Tỷ lệ che phủ rừng
    unit: percent
    better: higher
    phrases: [che phủ rừng]
    examples:
      - { text: 'Đến năm 2030, tỷ lệ che phủ rừng đạt 45%.', value: ${value}, source: invented }
`
  it('is tried on its examples', async () => {
    expect((await run('rules', 'test', '--rules', rulesFolder('forest', forest('45%')))).status).toBe(0)
    const ran = await run('rules', 'test', '--rules', rulesFolder('felled', forest('54%')))
    expect(ran.status).toBe(1)
    expect(ran.out).toContain('forest.cover: in "Đến năm 2030, tỷ lệ che phủ rừng đạt 45%." it gives 45% (forest.cover) instead of 54% (forest.cover)')
  })
})

describe('a rule of a user that backtracks without end', () => {
  const words = (letters: string): string => `
kind: patterns
stage: quantity-noise
about: A user's own rules.
rules:
  - id: own.noise
    about: Words before an exclamation mark.
    pattern: '${letters} !'
    examples:
      match:
        - { text: 'theo lời hẹn !', raw: 'theo lời hẹn !', source: invented }
`
  const hostile = rulesFolder('hostile', words('(?: \\p{L}+ _? )+'))

  it('is named by rules test; the same words written without a repeat in a repeat are not', async () => {
    const ran = await run('rules', 'test', '--rules', hostile)
    expect(ran.status).toBe(1)
    expect(ran.out).toMatch(/^own\.noise: in ".+" it does not come back/m)
    expect((await run('rules', 'test', '--rules', rulesFolder('tame', words('(?: \\p{L}{1,20} _ ){1,20}')))).status).toBe(0)
  })

  const document = join(folder, 'hostile.txt')
  writeFileSync(document, `Số: 7/KH-UBND\nKẾ HOẠCH\n! ${'hồ sơ '.repeat(60)} phấn đấu đạt 80% hồ sơ đúng hạn năm 2025.\n`)

  it('ends in a code and not in a program that hangs, wherever the document is read', async () => {
    const limits = ['--rules', hostile, '--max-seconds', '1']
    expect(await run('extract', document, ...limits)).toMatchObject({ status: 4, out: '', err: expect.stringMatching(/^E_EXTRACT_TIMEOUT: .*hostile\.txt/) })
    const stored = await run('ingest', document, '--db', join(folder, 'hostile.sqlite'), '--quiet', ...limits)
    expect(stored).toMatchObject({ status: 4, out: '', err: expect.stringContaining('E_EXTRACT_TIMEOUT') })
    expect((await run('extract', document)).status).toBe(0)
  })
})

describe('rules explain', () => {
  const sentence = 'Đến năm 2025, tối thiểu 80% hồ sơ được xử lý trực tuyến theo Nghị định số 45/2020/NĐ-CP.'

  it('shows what each stage saw, the rules that fire, and the records', async () => {
    const { out, status } = await run(
      'rules',
      'explain',
      sentence,
      '--rules',
      rulesFolder('fine', rule('hồ _ sơ', 'x').replace('theo lời hẹn', 'hồ sơ').replace("'x'", 'hồ sơ')),
    )
    expect(status).toBe(0)
    for (const words of [
      'normalize',
      'segment',
      'rules that fire',
      'own.word [quantity-noise] 28-33 "hồ sơ"',
      'records',
      '"value":80',
      '"canonical":"45/2020/NĐ-CP"',
    ])
      expect(out).toContain(words)
  })

  it('gives the same as JSON', async () => {
    const explained = JSON.parse((await run('rules', 'explain', sentence, '--format', 'json')).out)
    expect(explained.normalized).toBe(sentence)
    for (const { span, raw } of explained.fired) expect(sentence.slice(span.start, span.end)).toBe(raw)
    expect(explained.extraction.targets).toHaveLength(1)
  })

  it.each([[''], [' '], ['\u0000'], ['(((((']])('takes %j', async text => expect((await run('rules', 'explain', text)).status).toBe(0))
})
