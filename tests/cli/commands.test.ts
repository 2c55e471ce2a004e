import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.js'
import { findingSchema } from '../../src/model/audit.js'
import { type Extraction, extractionSchema } from '../../src/model/extraction.js'
import { run, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const db = join(folder, 'seeds.sqlite')
beforeAll(async () => {
  expect(await run('ingest', 'seeds', '--db', db, '--quiet')).toEqual({ status: 0, out: '', err: '' })
})

const listings = ['documents', 'targets', 'compare', 'citations', 'audit', 'tasks', 'progress', 'verify', 'rules list']

describe('every listing', () => {
  test.each(listings)('%s prints a table, JSON, lines of JSON and CSV', async name => {
    const call = (...more: string[]) => run(...name.split(' '), ...(name === 'rules list' ? [] : ['--db', db]), ...more)
    const json = await call('--format', 'json')
    expect(json.status).toBe(0)
    const rows = JSON.parse(json.out) as object[]
    expect(Array.isArray(rows)).toBe(true)
    const lines = (await call('--format', 'ndjson')).out.split('\n').filter(Boolean)
    expect(lines.map(line => JSON.parse(line))).toEqual(rows)
    expect((await call('--format', 'csv')).out.split('\n')[0]).toMatch(/^[A-Za-z]+(,[A-Za-z]+)+$/)
    expect((await call()).status).toBe(0)
    const limited = JSON.parse((await call('--format', 'json', '--limit', '2')).out) as object[]
    expect(limited).toEqual(rows.slice(0, 2))
    expect(await call('--format', 'yaml')).toMatchObject({ status: 2, out: '' })
  })
})

describe('a listing that is cut', () => {
  const named = ['compare', 'indicators suggest', 'diff 384/QĐ-UBND 3504/QĐ-UBND', 'progress', 'audit --format csv']
  test.each([...named, 'documents', 'targets', 'citations', 'tasks', 'search kế hoạch', 'audit'])('%s says that there are more, and only then', async name => {
    const call = (limit: number) => run(...name.split(' '), '--db', db, '--limit', String(limit))
    expect((await call(2)).err).toMatch(/^There are more; 2 are shown \(--limit\)\.$/m)
    expect((await call(100_000)).err).not.toContain('There are more')
    expect((await call(0)).err).not.toContain('There are more')
  })

  test('a search without a limit shows twenty and says so', async () => {
    const { out, err } = await run('search', 'của', '--db', db, '--format', 'ndjson')
    expect(out.trim().split('\n')).toHaveLength(20)
    expect(err).toBe('There are more; 20 are shown (--limit).\n')
  })
})

describe('extract', () => {
  it("prints what the contract's schema describes, and each quote where its span says", async () => {
    const { out, status } = await run('extract', 'seeds/003_a954f8546d252d68.txt')
    expect(status).toBe(0)
    const extraction = extractionSchema.parse(JSON.parse(out)) as Extraction
    for (const record of [...extraction.targets, ...extraction.citations]) expect(extraction.text.slice(record.span.start, record.span.end)).toBe(record.quote)
  })
})

describe('audit', () => {
  it("prints findings in the contract's shape", async () => {
    const findings = JSON.parse((await run('audit', '--db', db, '--format', 'json')).out) as unknown[]
    for (const finding of findings) findingSchema.parse(finding)
    expect(findings.length).toBeGreaterThan(0)
  })

  it('ends with 1 only when a finding is as bad as --fail-on says', async () => {
    expect((await run('audit', '--db', db, '--fail-on', 'info', '--format', 'json')).status).toBe(1)
    expect((await run('audit', '--db', db, '--check', 'target.ratio-mismatch', '--fail-on', 'error')).status).toBe(0)
  })

  it('reports on the documents that are named', async () => {
    const findings = JSON.parse((await run('audit', '107/BC-UBND', '--db', db, '--format', 'json')).out) as { document: string }[]
    expect(new Set(findings.map(f => f.document))).toEqual(new Set(['107/BC-UBND']))
  })
})

describe('choices', () => {
  it('are known with or without diacritics', async () => {
    const asked = await run('targets', '--level', 'XA', '--format', 'json', '--db', db)
    const rows = JSON.parse(asked.out) as { levels: string[] }[]
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.levels).toContain('xã')
  })

  it('of an indicator hold all ids that begin with it', async () => {
    const rows = JSON.parse((await run('targets', '--indicator', 'egov', '--format', 'json', '--db', db)).out) as { indicator: string }[]
    expect(new Set(rows.map(row => row.indicator)).size).toBeGreaterThan(3)
    for (const row of rows) expect(row.indicator).toMatch(/^egov\./)
  })
})

describe('citations', () => {
  it('finds a law by its number where only its name and day are printed', async () => {
    const rows = JSON.parse((await run('citations', '--to', '77/2015/QH13', '--db', db, '--format', 'json')).out) as {
      name: string
      canonical: null
      date: string
    }[]
    expect(rows).toContainEqual(
      expect.objectContaining({ name: 'Luật Tổ chức chính quyền địa phương', canonical: null, date: '2015-06-19', resolvedWork: 'normative|77/2015/QH13' }),
    )
  })

  it.each([
    ['two provinces', 'Hà Tĩnh,Huế'],
    ['two documents', '3504/QĐ-UBND, 3044/qđ-ubnd'],
  ])('lists what %s both cite, and how each does', async (_, names) => {
    const works = JSON.parse((await run('citations', '--shared-by', names, '--type', 'nghi quyet', '--db', db, '--format', 'json')).out) as {
      number: string
      date: string
      citedBy: { party: string; relations: string[] }[]
    }[]
    const programme = works.find(w => w.number === '76/NQ-CP')
    expect(programme?.date).toBe('2021-07-15')
    expect(new Set(programme?.citedBy.map(c => c.party)).size).toBe(2)
    expect(programme?.citedBy.every(c => c.relations.includes('căn cứ') || c.relations.includes('dẫn chiếu'))).toBe(true)
    const table = await run('citations', '--shared-by', names, '--db', db)
    expect(table.out).toMatch(/76\/NQ-CP +15\/07\/2021/)
    expect((await run('citations', '--shared-by', names, '--db', db, '--format', 'csv')).out.split('\n')[0]).toBe(
      'work,certain,type,number,date,title,party,document,relations,mentions,quote,documentId',
    )
  })

  it('shows how many works a mention can mean', async () => {
    const file = join(folder, 'open.txt')
    writeFileSync(file, 'Số: 7/KH-UBND\nHà Tĩnh, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nThực hiện Nghị quyết số 99/NQ-CP.\n')
    const own = join(folder, 'open.sqlite')
    expect((await run('ingest', file, '--db', own, '--quiet')).status).toBe(0)
    expect((await run('citations', '--to', '99/NQ-CP', '--db', own)).out).toContain('2 candidates')
    const [row] = JSON.parse((await run('citations', '--to', '99/NQ-CP', '--db', own, '--format', 'json')).out) as {
      resolvedWork: null
      candidates: { date: string; from: string }[]
    }[]
    expect(row?.resolvedWork).toBeNull()
    expect(row?.candidates.map(c => [c.date, c.from])).toEqual([
      ['2017-10-03', 'registry'],
      ['2020-06-24', 'registry'],
    ])
  })
})

describe('a database that holds no document', () => {
  const empty = join(folder, 'empty.sqlite')
  const told = 'This database holds no document yet: `chitieu ingest PATH` reads some into it.\n'

  test.each([
    ['documents'],
    ['targets'],
    ['citations'],
    ['tasks'],
    ['progress'],
    ['compare'],
    ['audit'],
    ['summary'],
    ['verify'],
    ['search', 'x'],
    ['indicators', 'suggest'],
  ])('%s %s: says so, and nothing else', async (...argv) => {
    writeFileSync(empty, '')
    expect(await run(...argv.filter(Boolean), '--db', empty)).toEqual({ status: 0, out: '', err: told })
  })
})

describe('errors', () => {
  test.each([
    ['an unknown command', ['targts'], 2, /Did you mean targets[\s\S]*`chitieu help` lists the commands/],
    ['help for an unknown command', ['help', 'targts'], 2, /^E_USAGE: There is no command 'targts'\. Did you mean targets\?/],
    ['a stage that no rule has', ['rules', 'list', '--stage', 'zzz'], 2, /^E_USAGE: No stage is named zzz. There are: .*comparator/],
    [
      'a province with a letter missing',
      ['targets', '--province', 'Trà Vih', '--db', '{db}'],
      2,
      /^E_QUERY_NO_PROVINCE: "Trà Vih" .* since; near it is Trà Vinh\.\n/,
    ],
    ['an unknown option', ['targets', '--provinc', 'x'], 2, /Did you mean --province/],
    ['a missing argument', ['extract'], 2, /^E_USAGE: The argument 'file' is missing\.\n/],
    ['an option without its value', ['targets', '--limit'], 2, /^E_USAGE: The option '--limit <n>' needs a value\.\n/],
    ['a limit that is no number', ['targets', '--limit', 'many'], 2, /^E_USAGE: The option '--limit <n>' does not take 'many'\. It must be a whole number/],
    ['one document where two are compared', ['diff', '384', '--db', '{db}'], 2, /^E_USAGE: `chitieu diff` takes two documents/],
    ['a device', ['extract', '/dev/zero'], 4, /^E_READ_DENIED: \/dev\/zero could not be read: it is a device, not a file\.\n {2}Name a plain file/],
    ['a database that is a folder', ['targets', '--db', 'seeds'], 4, /^E_STORE_OPEN: .*: it is a folder\./],
    ['a database below a file', ['ingest', 'seeds', '--db', 'package.json/x.sqlite'], 4, /^E_STORE_OPEN: .*in the way/],
    ['an empty name of a database', ['targets', '--db', ''], 4, /^E_STORE_MISSING: There is no database at an empty path\./],
    ['a folder without rules', ['extract', 'seeds/003_a954f8546d252d68.txt', '--rules', 'seeds'], 4, /^E_RULES_INVALID: .*no \.yaml file/],
    ['rules used by files that are not there', ['rules', 'usage', 'nowhere'], 4, /^nowhere: E_READ_MISSING/],
    ['a database that is not there', ['targets', '--db', 'nowhere.sqlite'], 4, /^E_STORE_MISSING: .*\n {2}\S/],
    ['a URL of another database', ['targets', '--db', 'mysql://u:geheim@h/d'], 2, /^E_STORE_URL/],
    ['a PostgreSQL server that is not there', ['targets', '--db', 'postgres://u:geheim@127.0.0.1:1/d'], 4, /^E_STORE_CONNECT: (?!.*geheim)/],
    ['a file that is not there', ['extract', 'nowhere.txt'], 4, /^E_READ_MISSING/],
    ['a province that is none', ['targets', '--province', 'Hà Lan', '--db', '{db}'], 2, /^E_QUERY_NO_PROVINCE/],
    ['a document that is none', ['show', '1/XX-YY', '--db', '{db}'], 4, /^E_QUERY_NO_DOCUMENT/],
    ['a file as a folder of rules', ['extract', 'seeds/003_a954f8546d252d68.txt', '--rules', 'package.json'], 4, /^E_RULES_INVALID: .*it is no folder/],
    [
      'a folder of rules with a name that none can have',
      ['extract', 'seeds/003_a954f8546d252d68.txt', '--rules', 'x'.repeat(300)],
      4,
      /^E_RULES_INVALID: .*too long/,
    ],
    ['a folder of rules that is not there', ['extract', 'seeds/003_a954f8546d252d68.txt', '--rules', 'nowhere'], 4, /^E_RULES_INVALID/],
    ['a role that is none', ['targets', '--role', 'zzz', '--db', '{db}'], 2, /target, result, context, all/],
    ['a level that is none', ['compare', '--level', 'thôn', '--db', '{db}'], 2, /tỉnh, huyện, xã/],
    ['a field that is none', ['compare', '--field', 'zzz', '--db', '{db}'], 2, /^E_USAGE: No field is named zzz. There are: .*thủ tục hành chính/],
    ['an indicator that is none', ['targets', '--indicator', 'tthc.satisfactoin', '--db', '{db}'], 2, /^E_USAGE: No indicator .* Near it: .*tthc/],
    ['a type that no document has', ['documents', '--type', 'zzz', '--db', '{db}'], 2, /^E_USAGE: No type is named zzz. There are: .*Báo cáo/],
    ['a time that is none', ['tasks', '--due', '20233', '--db', '{db}'], 2, /^E_USAGE: --due takes/],
    ['a server of a database that is not there', ['serve', '--db', 'nowhere.sqlite'], 4, /^E_STORE_MISSING/],
    ['a worker on a file', ['worker', '--database', '{db}'], 2, /^E_QUEUE_DATABASE/],
    ['a queue in a file', ['enqueue', 'seeds', '--db', '{db}'], 2, /^E_QUEUE_DATABASE/],
    ['an export of a table that is none', ['export', '--table', 'cats', '--db', '{db}'], 2, /^E_USAGE/],
    ['a relation that is none', ['citations', '--relation', 'yêu', '--db', '{db}'], 2, /^E_USAGE: .*căn cứ.*thay thế/],
    ['a relation of the graph that is none', ['graph', '--relation', 'yêu', '--db', '{db}'], 2, /^E_USAGE: .*căn cứ.*thay thế/],
    ['a type that is none', ['citations', '--type', 'Thơ', '--db', '{db}'], 2, /^E_USAGE: .*Nghị định.*Thông tư/],
    ['works shared by one', ['citations', '--shared-by', 'Hà Tĩnh', '--db', '{db}'], 2, /^E_USAGE: .*two or more/],
    ['works shared by what is neither', ['citations', '--shared-by', 'Hà Tĩnh,Hà Lan', '--db', '{db}'], 2, /^E_USAGE: .*Hà Lan is neither/],
    ['works shared and cited', ['citations', '--shared-by', 'Hà Tĩnh,Huế', '--to', '1/2020/NĐ-CP', '--db', '{db}'], 2, /^E_USAGE/],
    ['an export into a file', ['export', '--out', '{db}', '--db', '{db}'], 4, /^E_EXPORT_WRITE/],
  ] as const)('%s', async (_, argv, status, says) => {
    const ran = await run(...argv.map(a => a.replace('{db}', db)))
    expect(ran.out).toBe('')
    expect(ran.err).toMatch(says)
    expect(ran.err).not.toMatch(/geheim|\n {4}at /)
    expect(ran.status).toBe(status)
  })

  it('of nothing typed is help', async () => {
    const ran = await run()
    expect(ran.status).toBe(2)
    expect(ran.err).toContain('Usage: chitieu')
  })

  it.each(commands.map(c => [c.name]))('%s has help', async name => {
    const ran = await run(...name.split(' '), '--help')
    expect(ran).toMatchObject({ status: 0, err: '' })
    expect(ran.out).toContain(`Usage: chitieu ${name}`)
  })
})

describe('--quiet', () => {
  it('leaves data and drops remarks', async () => {
    const loud = await run('targets', '--province', 'Vinh Long', '--db', db, '--format', 'json')
    const quiet = await run('targets', '--province', 'Vinh Long', '--db', db, '--format', 'json', '--quiet')
    const first = await run('--quiet', 'targets', '--province', 'Vinh Long', '--db', db, '--format', 'json')
    expect(loud.err).toContain('Trà Vinh')
    expect(quiet).toEqual({ ...loud, err: '' })
    expect(first).toEqual(quiet)
  })
})

describe('export', () => {
  test.each(['csv', 'json', 'ndjson', 'xlsx'])('%s gives the same bytes each time', async format => {
    const files = async (name: string) => {
      const ran = await run('export', '--format', format, '--out', join(folder, name), '--db', db)
      expect(ran.status).toBe(0)
      return ran.out
        .trim()
        .split('\n')
        .map(file => readFileSync(file))
    }
    const first = await files(`${format}-1`)
    // A ZIP entry's time has a step of two seconds.
    if (format === 'xlsx') await new Promise(resolve => setTimeout(resolve, 2100))
    const second = await files(`${format}-2`)
    expect(second.every((bytes, i) => bytes.equals(first[i] as Buffer))).toBe(true)
  })
})

describe('verify', () => {
  it('finds a source that changed and one that is gone', async () => {
    const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')]
    const text = readFileSync('seeds/003_a954f8546d252d68.txt', 'utf8')
    writeFileSync(a, text)
    writeFileSync(b, `${text} \n`)
    const own = join(folder, 'own.sqlite')
    await run('ingest', a, b, '--db', own)
    expect((await run('verify', '--db', own)).status).toBe(0)
    writeFileSync(a, text.replace('2025', '2026'))
    const ran = await run('verify', '--db', own, '--format', 'json')
    expect(ran.status).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject([{ file: a, record: 'source' }, ...Array(JSON.parse(ran.out).length - 1).fill({ file: a })])
  })
})

describe('summary', () => {
  it('says what there is and what to type next', async () => {
    const { out, status } = await run('summary', '--db', db)
    expect(status).toBe(0)
    for (const words of ['Documents (5)', 'Targets that several provinces set', 'Audit findings', 'What to type next', '384/QĐ-UBND'])
      expect(out).toContain(words)
  })
})
