import type { CompiledRule } from './rulebook.js'

/** Long enough for a pattern of quadratic cost to be felt, short enough for all rules to be tried. */
const SIZE = 20_000
/** What plans are full of. */
const pumps = [
  ' ',
  '1',
  '1.',
  '1 ',
  '1/',
  '0.0',
  'a',
  'Ă ',
  'A',
  '(',
  '-',
  '/',
  ',',
  'ngày ',
  'số ',
  'từ ',
  'của ',
  'Điều 1 ',
  '1 % ',
  '10 - ',
  'năm 2025 ',
  '|\n',
  '- ',
  'và ',
  '; ',
]

/** Pieces of what the rule finds, from its beginning on: repeating them makes a pattern start again and again. */
function piecesOf(rule: CompiledRule): string[] {
  const raws = rule.source.examples.match.slice(0, 3).flatMap(example => [example.raw].flat().slice(0, 1))
  return raws.flatMap(raw => {
    const words = raw.split(/(?<= )/)
    return [...new Set([1, 2, 3, Math.ceil(words.length / 2), words.length - 1, words.length].filter(n => n > 0).map(n => words.slice(0, n).join('')))]
  })
}

/** Texts made to hurt a rule: what plans are full of and pieces of what it finds, repeated, with ends that make a long match fail. */
export function* hostileTexts(rule: CompiledRule): Generator<string> {
  for (const pump of [...pumps, ...piecesOf(rule)]) {
    const text = pump.repeat(Math.ceil(SIZE / pump.length)).slice(0, SIZE)
    for (const tail of ['', '!', 'Ặ']) yield text + tail
  }
}
