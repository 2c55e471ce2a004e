// Words that every object of the language knows are words like others, wherever they stand: a table that was asked for them would give a function.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { loadMaterial, passageOf } from '../../scripts/fuzz/material.js'
import { objectWords } from '../../scripts/fuzz/object-words.js'
import { faultOf } from '../../scripts/fuzz/places.js'
import { routesOf } from '../../scripts/fuzz/routes.js'
import { commands } from '../../src/cli/commands/index.js'
import { createExtractor } from '../../src/index.js'
import type { PipelineError } from '../../src/model/errors.js'
import { vietnameseUnit } from '../../src/model/vietnamese-units.js'
import { defaultLimits } from '../../src/read/limits.js'
import { wordBoxes } from '../../src/read/pdf/poppler.js'
import { readDocument } from '../../src/read/read-file.js'
import { parseNumber } from '../../src/resolve/targets/numbers.js'
import { expandFragments } from '../../src/rulebook/prepare-pattern.js'
import { run, temporaryFolder } from '../cli/run.js'
import { makeDocx, p } from '../read/docx/make-docx.js'
import { aServer, type TestServer } from '../serve/a-server.js'

const folder = temporaryFolder()

describe.each(objectWords)('%s', word => {
  it('is no number, no unit and no fragment', () => {
    expect([parseNumber(word), parseNumber(`${word} mươi`), parseNumber(`mười ${word}`)]).toEqual([null, null, null])
    expect(vietnameseUnit(word)).toBe(word)
    expect(() => expandFragments(`{{${word}}}`, {})).toThrow(`no fragment named ${word}`)
  })

  it('is a word in files of every kind', async () => {
    const textOf = async (name: string, bytes: Uint8Array): Promise<string> => (await readDocument(bytes, name, defaultLimits)).text
    const element = /^[a-z]/i.test(word) ? word : `x${word}`
    // What reads Word files has such tables of its own, and gives up a file with such an element: with a code, like any other damaged one.
    const docx = await textOf('a.docx', makeDocx({ body: `<${element}><w:b/>${p('Kế hoạch')}</${element}>${p(word)}` })).catch(
      error => (error as PipelineError).code,
    )
    expect([docx === 'E_READ_DAMAGED', docx.includes(word)]).toContain(true)
    expect(await textOf('a.docx', makeDocx({ body: `${p(word)}${p('Kế hoạch', `<w:${element}/>`)}` }))).toContain(`${word}\nKế hoạch`)
    expect((await textOf('a.rtf', Buffer.from(`{\\rtf1\\ansi K\\'e9 ho\\'b9ch\\${word.replace(/_/g, '')} xong}`, 'latin1'))).trimEnd()).toMatch(/xong$/)
    expect(await textOf('a.html', Buffer.from(`<p>Kế hoạch</p><${element} ${element}="${word}">${word}</${element}>`))).toContain(word)
    const [box] = wordBoxes(`<page width="10" height="10"><word xMin="1" yMin="1" xMax="2" yMax="2">&${word};</word></page>`).boxes
    expect(box?.text ?? `&${word};`).toBe(`&${word};`)
  })

  test('rules may hold it, and say so when they use what they lack', async () => {
    writeFileSync(
      join(folder, 'agencies.yaml'),
      `kind: agencies\nid: test\nabout: x\ndefaults: { group: sở, scope: tỉnh }\nwords: {}\nentries:\n  - { id: a.b, name: "Sở {${word}}", forms: ["Sở {${word}}"] }\n`,
    )
    const ran = await run('extract', 'seeds/003_a954f8546d252d68.txt', '--rules', folder)
    expect(ran.err).not.toMatch(/E_INTERNAL|TypeError/)
  })
})

test('wherever they stand in a text, its records are sound', { timeout: 120_000 }, async () => {
  const extract = await createExtractor()
  const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...objectWords)), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(passageOf(loadMaterial(['seeds'])), places, (passage, puts) => {
      const words = passage.split(/(?<=\s)/)
      for (const [at, word] of puts) words[Math.floor(at * words.length)] = `${word} `
      expect(faultOf(extract(words.join('')))).toBeNull()
    }),
    { numRuns: 30, seed: 8 },
  )
})

describe('a request', { timeout: 120_000 }, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await aServer({ requestsAMinute: 1_000_000 })
  })
  afterAll(() => server.close())

  it('may give them for every name that a route takes', async () => {
    const routes = routesOf(server.app.swagger() as Parameters<typeof routesOf>[0]).filter(route => route.method === 'GET')
    expect(routes.length).toBeGreaterThan(10)
    const faults: string[] = []
    for (const { path, names } of routes)
      for (const word of objectWords)
        for (const name of [...names, word]) {
          const url = `${path.replace(/\{[^}]+\}/g, word)}?${name}=${word}`
          const { statusCode } = await server.app.inject({ method: 'GET', url })
          if (statusCode >= 500) faults.push(`${statusCode} ${url}`)
        }
    expect(faults).toEqual([])
  })
})

/** Commands that wait for others until they are stopped. */
const waiting = ['serve', 'worker', 'watch', 'enqueue', 'queue']
const listing = commands.filter(command => !waiting.includes(command.name.split(' ')[0] as string))

describe('a command', { timeout: 300_000 }, () => {
  it('may be given them for its arguments and every one of its options', async () => {
    const db = join(folder, 'words.sqlite')
    await run('ingest', 'seeds/003_a954f8546d252d68.txt', '--db', db, '--jobs', '1')
    const faults: string[] = []
    for (const { name, options = [] } of listing) {
      const own = options.some(option => option.flags.startsWith('--db')) ? ['--db', db] : []
      const flags = options
        .filter(option => option.flags.includes('<') && !/^--(?:db|out)\b/.test(option.flags))
        .map(option => option.flags.split(' ')[0] as string)
      for (const word of objectWords.slice(0, 2))
        for (const given of [[word], ...flags.map(flag => [flag, word])]) {
          const { status, err } = await run(...name.split(' '), ...given, ...own)
          if (status < 0 || status > 4 || /E_INTERNAL|TypeError/.test(err)) faults.push(`${name} ${given.join(' ')}: ${status} ${err.slice(0, 120)}`)
        }
    }
    expect(faults).toEqual([])
  })
})
