import { readdirSync, readFileSync } from 'node:fs'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { akomaNtoso } from '../../src/export/akoma-ntoso.js'
import { rawTextOf } from '../../src/model/source.js'
import { extractDocument } from '../../src/pipeline/pipeline.js'
import { loadRulebook } from '../../src/rulebook/load-rulebook.js'

const rulebook = loadRulebook()
const seeds = readdirSync('seeds').filter(name => name.endsWith('.txt'))
const extractionOf = (file: string) => extractDocument(rawTextOf(readFileSync(`seeds/${file}`, 'utf8'), { file }), rulebook)

interface Read {
  readonly words: string
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly references: readonly string[]
  readonly faults: readonly string[]
}

/** Which elements an element of the hierarchy may hold, by the standard's schema. */
const inHierarchy = /^(num|heading|intro|content|part|chapter|section|subsection|article|paragraph|point|hcontainer)$/
const hierarchy = /^(part|chapter|section|subsection|article|paragraph|point|hcontainer)$/

/** Reads the XML strictly: balanced tags, the words of the text's elements, ids, and what stands where it may not. */
function read(xml: string): Read {
  const [ids, names, references, faults, open]: [string[], string[], string[], string[], string[]] = [[], [], [], [], []]
  let words = ''
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parent = open.at(-1) ?? ''
        if (hierarchy.test(parent) && !inHierarchy.test(name)) faults.push(`${name} in ${parent}`)
        if (/^(content|intro|preface)$/.test(parent) && name !== 'p') faults.push(`${name} in ${parent}`)
        if (name === 'hcontainer' && !attributes.name) faults.push('hcontainer without a name')
        if (attributes.eId) ids.push(attributes.eId)
        if (name === 'ref') references.push(attributes.href as string)
        names.push(name)
        open.push(name)
      },
      ontext(text) {
        if (open.includes('mainBody') || open.includes('preface')) words += text
      },
      onclosetag(name) {
        if (open.pop() !== name) faults.push(`${name} closes another`)
        if (name === 'p' || name === 'heading' || name === 'num') words += ' '
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return { words, ids, names, references, faults }
}

const letters = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}]/gu) ?? []).join('')

const origin = { sha256: '0', reader: 'text', rulesHash: '1', extractorVersion: '2' }

describe('Akoma Ntoso', () => {
  it.each(seeds)('%s: elements stand where the standard lets them, ids are unique', file => {
    const { ids, faults, names } = read(akomaNtoso(extractionOf(file), origin))
    expect(faults).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(names.slice(0, 6)).toEqual(['akomaNtoso', 'doc', 'meta', 'identification', 'FRBRWork', 'FRBRthis'])
  })

  it.each(seeds)('%s: every letter and digit of the text is in it, once and in its order', file => {
    const extraction = extractionOf(file)
    expect(letters(read(akomaNtoso(extraction, origin)).words)).toBe(letters(extraction.text))
  })

  it('gives each citation of another document as a reference', () => {
    const extraction = extractionOf('003_a954f8546d252d68.txt')
    const { references } = read(akomaNtoso(extraction, origin))
    expect(references.length).toBeGreaterThan(extraction.citations.filter(c => !c.self).length - 3)
    expect(references).toContain('/akn/vn/doc/nghi-quyet/2021-07-15/76-nq-cp')
  })

  it('escapes what the text holds and leaves out what XML cannot', () => {
    const text =
      'ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\nSố: 12/KH-UBND\n\nKẾ HOẠCH\n\nI. MỤC TIÊU <b>&amp; "x"</b>\n\nPhấn đấu 90% hồ sơ\u0007 ]]> được giải quyết đúng hạn.\n'
    const xml = akomaNtoso(extractDocument(rawTextOf(text), rulebook), origin)
    expect(xml).not.toContain('<b>')
    expect(xml).not.toContain('\u0007')
    expect(read(xml).words).toContain('<b>& "x"</b>')
  })

  it('leaves it out of what identifies the document, too', () => {
    const extraction = extractionOf('003_a954f8546d252d68.txt')
    const hostile = 'x\u0007\uFFFE\uD800"<&'
    const xml = akomaNtoso({ ...extraction, document: { ...extraction.document, number: hostile, title: hostile, issuer: hostile } }, origin)
    expect(xml).not.toMatch(/[^\P{Cc}\t\n\r]|\uFFFE|\p{Surrogate}/u)
    expect(xml.match(/="x\uFFFD&quot;&lt;&amp;"/g)).toHaveLength(3)
  })
})
