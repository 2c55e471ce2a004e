import fc from 'fast-check'
import { createExtractor } from '../../src/index.js'
import { normalize } from '../../src/normalize/normalize.js'
import { relationNames, variantsOf } from './document-relations.js'
import { damagedText, passageOf } from './material.js'
import { faultOf } from './places.js'
import { missingIn, recordsOf } from './records-of.js'
import { asParagraphs, hardWrapped, relations } from './relations.js'
import { hidden, inTime, type Subject } from './subject.js'

const same = (wanted: readonly string[], given: readonly string[]): void => {
  const [lost] = missingIn(given, wanted)
  const [gained] = missingIn(wanted, given)
  if (lost !== undefined || gained !== undefined) throw new Error(`lost ${lost ?? 'nothing'}\ngained ${gained ?? 'nothing'}`)
}

/** Damaged texts: records fit the schema, places are sound, and the same text gives the same records. */
export const places: Subject = {
  about: 'any text gives records that fit the schema, with sound places, and the same ones again',
  async open(material) {
    const extract = await createExtractor()
    return {
      property: hidden(
        fc.asyncProperty(damagedText(material), async text => {
          const first = await inTime(() => extract(text))
          const fault = faultOf(first)
          if (fault !== null) throw new Error(fault)
          if (JSON.stringify(extract(text)) !== JSON.stringify(first)) throw new Error('the second time gives other records')
        }),
      ),
    }
  },
}

/** Real passages in other shapes. */
export const shapes: Subject = {
  about: 'a text in another shape says the same',
  async open(material) {
    const extract = await createExtractor()
    const shape = fc.tuple(passageOf(material), fc.constantFrom(...Object.keys(relations)), fc.nat(20))
    return {
      property: hidden(
        fc.asyncProperty(shape, async ([text, relation, n]) => {
          const change = relations[relation] as (typeof relations)[string]
          same(recordsOf(extract(text)), recordsOf(await inTime(() => extract(change(text, n)))))
        }),
      ),
    }
  },
}

/** Of a document's paragraphs so many may be read otherwise when it is wrapped: where empty lines part them, and where nothing does. */
const OTHERWISE = { parted: 0.01, close: 0.06 } as const

/** Whole documents broken to a width as mail and plain-text exports are. What ends where cannot always be known, so a few paragraphs may be others. */
export const wrapped: Subject = {
  about: 'a document that is broken to a width has the same paragraphs, but for a few',
  async open({ texts }) {
    const shape = fc.record({
      text: fc.nat(texts.length - 1),
      width: fc.integer({ min: 64, max: 110 }),
      indent: fc.constantFrom(0, 0, 2, 4),
      isParted: fc.boolean(),
    })
    return {
      property: hidden(
        fc.asyncProperty(shape, async ({ text, width, indent, isParted }) => {
          const plain = asParagraphs(texts[text] as string, isParted)
          const want = normalize(plain).text.split('\n')
          const got = await inTime(() => normalize(hardWrapped(plain, width, indent)).text.split('\n'))
          const others = missingIn(got, want)
          const most = Math.ceil(want.length * (isParted ? OTHERWISE.parted : OTHERWISE.close)) + 2
          if (others.length > most) throw new Error(`${others.length} of ${want.length} paragraphs are others, as ${others.slice(0, 5).join(' | ')}`)
        }),
      ),
    }
  },
}

/** Whole documents whose marks are of another style, that stand on a site, that lack a paragraph or have one figure that is another. */
export const styles: Subject = {
  about: 'a document in another style, on a site, without a paragraph that says nothing, or with another figure says the same but for that',
  async open({ texts }) {
    const shape = fc.record({ text: fc.nat(texts.length - 1), relation: fc.constantFrom(...relationNames), variant: fc.nat() })
    return {
      property: hidden(
        fc.asyncProperty(shape, async ({ text, relation, variant }) => {
          const looks = variantsOf(relation, (texts[text] as string).replace(/^\uFEFF/, ''))
          const found = await inTime(() => looks[variant % looks.length]?.())
          if (!found) return
          const { about, missing, added } = found
          if (missing.length + added.length > 0) throw new Error(`${relation} (${about}): lost ${missing[0] ?? 'nothing'}\ngained ${added[0] ?? 'nothing'}`)
        }),
      ),
    }
  },
}

/** Whether a digit of a figure can be another without the figure being another kind of thing: of "80%", not of "2025". */
const isPlain = (quote: string): boolean => /^[1-8]\d?(?:,\d+)?\s?%$/.test(quote)

/** One figure changed: one value changes, and nothing else but the words it stands in. */
export const values: Subject = {
  about: 'one figure that is another changes one value',
  async open(material) {
    const extract = await createExtractor()
    return {
      property: hidden(
        fc.asyncProperty(passageOf(material), fc.nat(), async (text, n) => {
          const before = extract(text)
          const plain = before.targets.filter(target => isPlain(target.quote) && target.valueMax === null)
          const target = plain[n % Math.max(1, plain.length)]
          if (!target) return
          const digit = Number(target.quote[0])
          const { start } = target.span
          const after = extract(`${before.text.slice(0, start)}${digit + 1}${before.text.slice(start + 1)}`)
          const valuesOf = (targets: typeof before.targets): string[] =>
            targets.map(t => [t.span.start, t.value, t.valueMax, t.unit, t.comparator, t.deadline, t.role, t.change].join())
          const changed = valuesOf(before.targets).filter((value, i) => value !== valuesOf(after.targets)[i])
          if (before.targets.length !== after.targets.length || changed.length !== 1)
            throw new Error(`${changed.length} values changed: ${changed.join(' | ')}`)
        }),
      ),
    }
  },
}
