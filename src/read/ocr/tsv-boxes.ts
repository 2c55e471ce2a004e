import { groupBy } from '../../model/group.js'
import { isSyllable } from '../encoding/syllable.js'
import { raised } from '../layout/blocks.js'
import type { TextBox } from '../layout/text-box.js'

interface Word {
  readonly line: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** 0 to 100. */
  readonly confidence: number
  readonly text: string
}

const DESCENDS = /[gjpqyýỳỷỹỵạặậẹệịọộợụự,;()[\]QĐ/]/
/** A stroke of a stamp or of a signature that was read as a mark. */
const SPECK = /^[^\p{L}\p{N}]+$/u
const SURE_SPECK = 70
/** A single letter that was read with less confidence than this is a stain; longer words are kept, in doubt, for a lost one would part its line. */
const SURE_LETTER = 60

const isStain = (text: string, confidence: number): boolean => {
  if (SPECK.test(text)) return confidence < SURE_SPECK && !/^[-+–]$/.test(text)
  if (/\d/.test(text)) return false
  return text.replace(/[^\p{L}]/gu, '').length === 1 && confidence < SURE_LETTER
}

/** A capital that was read inside or behind small letters for its small form: "sỐ". */
const evenCase = (text: string): string =>
  text.replace(/(?<![\p{L}\p{M}])\p{Ll}\p{Lu}+(?![\p{L}\p{M}])/gu, word => (isSyllable(word.toLowerCase()) ? word.toLowerCase() : word))

/** A letter that was read twice, once as its look-alike of another alphabet: "QĐÐ", "NÑăm". Vietnamese has neither Ð nor Ñ. */
const withoutTwins = (text: string): string => text.replace(/ĐÐ|ÐĐ/g, 'Đ').replace(/NÑ|ÑN/g, 'N').replace(/nñ|ñn/g, 'n')

/** A document's symbol with a mark behind it. Before "ngày" none is printed: an index was read for it ("UBND-NC₂" as "UBND-NC;"). */
const MARKED_SYMBOL = /^\d+\/\S*\p{Lu}[;:!?'"*]$/u
/** How certain such a symbol is at best. */
const MARKED = 0.5

/** Of the height of a line: a raised number is lower than this, and its foot stands higher above the baseline than that. */
const RAISED_HEIGHT = 0.55
const RAISED_FOOT = 0.2

/** A footnote's mark: a small number that stands above the baseline of its line. */
const isRaised = ({ text, top, height }: Word, baseline: number, lineHeight: number): boolean =>
  /^\d{1,3}$/.test(text) && height < RAISED_HEIGHT * lineHeight && baseline - top - height > RAISED_FOOT * lineHeight

const middleOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The words of tesseract's table (`tsv`), which names block, paragraph and line of each. */
function wordsOf(tsv: string): Word[] {
  return tsv.split('\n').flatMap(row => {
    const cells = row.split('\t')
    const [level, , block, paragraph, line, , left, top, width, height, confidence] = cells
    const text = cells.slice(11).join(' ').trim()
    if (level !== '5' || text === '') return []
    const word = {
      line: `${block}.${paragraph}.${line}`,
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      confidence: Number(confidence),
      text,
    }
    return isStain(text, word.confidence) ? [] : [word]
  })
}

/** Words that OCR read, as boxes in points; `scale` is points a pixel. Words of one line have one baseline, and lines of about the common height one size. */
export function tsvBoxes(tsv: string, scale: number): TextBox[] {
  const lines = groupBy(wordsOf(tsv), word => word.line)
  const heightOf = (words: readonly Word[]): number => Math.max(...words.map(w => w.top + w.height)) - Math.min(...words.map(w => w.top))
  const common = middleOf([...lines.values()].filter(words => words.length > 2).map(heightOf))
  return [...lines.values()].flatMap((words, order) => {
    const height = heightOf(words)
    const size = common > 0 && height > common * 0.6 && height < common * 1.5 ? common : height
    const baseline = middleOf(words.map(w => w.top + w.height - (DESCENDS.test(w.text) ? 0.2 * w.height : 0)))
    return words.map(
      (w, i): TextBox => ({
        text: isRaised(w, baseline, height) ? raised(w.text) : evenCase(withoutTwins(w.text.normalize('NFC'))),
        x: w.left * scale,
        y: baseline * scale,
        width: w.width * scale,
        size: size * scale * 0.85,
        order,
        confidence: Math.min(w.confidence / 100, MARKED_SYMBOL.test(w.text) && words[i + 1]?.text === 'ngày' ? MARKED : 1),
      }),
    )
  })
}
