import type { Span } from '../../model/text.js'
import type { SymbolToken } from './find-symbols.js'
import type { Lexicon } from './lexicon.js'
import { bareMention, type Mention, sourced } from './mention.js'
import { readLawName, readUnlistedName } from './read-law-name.js'
import { readTail, type Tail } from './read-tail.js'

const LAW_WORD = /(?:bộ luật|luật|pháp lệnh)(?= \p{L})/iuy
const CONNECTOR = /(?<and>,? và|; và)? ?(?<mark>[,;])? ?(?:\(\d{1,2}\) ?)?/uy
const LIST_CONNECTOR = /(?:, | và |, và |; )/uy
const NUMBER_SIGN = / số:? /uy

/** Laws, codes, ordinances and the constitution by name, with their number where one follows; `used` receives the tokens that became theirs. */
export function findLaws(line: string, tokens: readonly SymbolToken[], lexicon: Lexicon, used: Set<SymbolToken>): Mention[] {
  const able = lexicon.rulesIn.law(line, 0, line.length)
  if (able.length === 0 || !/uật|UẬT|háp lệnh|ÁP LỆNH|iến pháp|IẾN PHÁP/.test(line)) return []
  const mentions: Mention[] = []
  let done = 0
  const matchesOf = (end: string) => able.filter(r => r.id.endsWith(end)).flatMap(r => r.findAll(line))
  for (const list of matchesOf('.list')) mentions.push(...readList(line, list.span, list.rule.id, lexicon))
  const starts = ['.amending', '.amending-related', '.word'].flatMap(matchesOf).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  for (const start of starts) {
    if (start.span.start < done) continue
    const found = start.rule.id.endsWith('.amending')
      ? readAmending(line, start.span, start.rule.id, { tokens, used, lexicon })
      : start.rule.id.endsWith('.amending-related')
        ? readRelated(line, start.span, start.rule.id, lexicon)
        : readNamed(line, start.span, start.rule.id, lexicon)
    if (found.length === 0) continue
    addNumberAndTail(line, found.find(m => !m.isInner) ?? (found.at(-1) as Mention), tokens, lexicon, used)
    mentions.push(...found)
    done = Math.max(...found.map(m => m.end))
  }
  return mentions
}

function mentionOf(ruleId: string, typeWord: Span, name: Span, isInner: boolean): Mention {
  const key = { start: typeWord.start, end: name.end }
  return { ...bareMention(ruleId, 'law', key, key), type: sourced(typeWord), name: key, isInner }
}

/** "các Luật: Đầu tư, Doanh nghiệp": the listed names behind one type word; the first may be read by its own type word too. */
function readList(line: string, opening: Span, ruleId: string, lexicon: Lexicon): Mention[] {
  const typeWord = { start: opening.start, end: opening.start + 'Luật'.length }
  const hasColon = line[typeWord.end] === ':'
  const found: Mention[] = []
  let place = opening.end
  for (let count = 0; count < 30; count++) {
    const name = /\p{Lu}/u.test(line[place] ?? '') ? readLawName(line, place, lexicon, false) : null
    if (!name) break
    if (count > 0 || hasColon) found.push({ ...bareMention(ruleId, 'law', name, name), type: sourced(typeWord, count === 0 ? 'inline' : 'list'), name })
    LIST_CONNECTOR.lastIndex = name.end
    const connector = LIST_CONNECTOR.exec(line)
    if (!connector) break
    place = name.end + connector[0].length
  }
  return found
}

function readNamed(line: string, typeWord: Span, ruleId: string, lexicon: Lexicon): Mention[] {
  const before =
    line
      .slice(Math.max(0, typeWord.start - 16), typeWord.start)
      .trimEnd()
      .split(' ')
      .at(-1) ?? ''
  const word = line.slice(typeWord.start, typeWord.end)
  if (lexicon.notAfter.has(before)) return []
  const at = typeWord.end + 1
  const isSmall = word === word.toLowerCase()
  // "luật Đất đai": in small letters only a listed name with a capital of its own counts.
  if (isSmall && !/\p{Lu}/u.test(line[at] ?? '')) return []
  const isCapital = !isSmall && /\p{Lu}/u.test(line[at] ?? '') && word !== word.toUpperCase()
  const isConstitution = word.toLowerCase() === 'hiến pháp'
  const name = readLawName(line, at, lexicon, isCapital && !isConstitution)
  if (name) return [mentionOf(ruleId, typeWord, name, false)]
  if (isConstitution && readTail(line, typeWord.end, lexicon, true).year) return [mentionOf(ruleId, typeWord, typeWord, false)]
  return []
}

/** "Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch": the title ends with the field. */
function readRelated(line: string, opening: Span, ruleId: string, lexicon: Lexicon): Mention[] {
  const field = readUnlistedName(line, opening.end + 1, lexicon)
  const typeWord = { start: opening.start, end: opening.start + 'Luật'.length }
  return field ? [mentionOf(ruleId, typeWord, field, false)] : []
}

interface AmendingContext {
  readonly tokens: readonly SymbolToken[]
  readonly used: Set<SymbolToken>
  readonly lexicon: Lexicon
}

/** The amending law over its whole title and each law its title names; only the latter where the title is of several laws ("các Luật sửa đổi ..."). */
function readAmending(line: string, opening: Span, ruleId: string, { tokens, used, lexicon }: AmendingContext): Mention[] {
  const typeEnd = opening.start + (/^(?:bộ luật|luật|pháp lệnh)/iu.exec(line.slice(opening.start, opening.end))?.[0].length ?? 0)
  const head = /^ (?:(?:bộ )?luật|pháp lệnh)?(?=\s?[:(])\s?(?<open>[:(])?\s?(?:\(\d{1,2}\) )?/iu.exec(line.slice(opening.end, opening.end + 40))
  const isOpen = head?.groups?.open !== undefined
  const inner: { mention: Mention; isSmall: boolean; joinedBy: 'and' | 'mark' | null }[] = []
  let place = head ? opening.end + head[0].length : opening.end + 1
  let joinedBy: 'and' | 'mark' | null = null
  let isNumbered = false
  while (inner.length < 30) {
    LAW_WORD.lastIndex = place
    const word = LAW_WORD.exec(line)
    if (!word) break
    const typeWord = { start: place, end: place + word[0].length }
    const isSmall = /^\p{Ll}/u.test(word[0])
    const name = readLawName(line, typeWord.end + 1, lexicon, true)
    if (!name) break
    const mention = mentionOf(ruleId, typeWord, name, true)
    inner.push({ mention, isSmall, joinedBy })
    const number = tokenBehind(line, name.end, tokens)
    if (number && (isNumbered || goesOn(line, number.span.end))) {
      isNumbered = true
      takeNumber(mention, number, used)
    }
    CONNECTOR.lastIndex = mention.end
    const connector = CONNECTOR.exec(line)
    if (!connector || connector[0].trim() === '') break
    joinedBy = connector.groups?.and === undefined ? 'mark' : 'and'
    place = mention.end + connector[0].length
  }
  const kept = cutChain(line, inner, isOpen)
  const last = kept.at(-1)
  if (!last) return []
  const title = { start: opening.start, end: last.end + (isOpen && line[last.end] === ')' ? 1 : 0) }
  const isPlural = /(?:^|\s)(?:các|những|\d+) $/iu.test(line.slice(Math.max(0, opening.start - 8), opening.start))
  if (isPlural) return kept
  const outer: Mention = { ...mentionOf(ruleId, { start: opening.start, end: typeEnd }, title, false), end: title.end }
  return [outer, ...kept]
}

/**
 * How far a chain of laws is still the title: to its end in brackets, in small letters, or where commas alone join it and a date or a number
 * follows (laws cited side by side stand between semicolons, each with its own); else to the law after the last "và".
 */
function cutChain(line: string, inner: readonly { mention: Mention; isSmall: boolean; joinedBy: 'and' | 'mark' | null }[], isOpen: boolean): Mention[] {
  const last = inner.at(-1)
  const isDated = last !== undefined && /^ (?:ngày|số) \d/u.test(line.slice(last.mention.end, last.mention.end + 8))
  const isCommaChain = inner.every((_, i) => i === 0 || /^, /u.test(line.slice((inner[i - 1] as { mention: Mention }).mention.end)))
  let length = inner.length > 0 ? 1 : 0
  inner.forEach((item, i) => {
    if (isOpen || item.isSmall || item.joinedBy === 'and' || (isDated && isCommaChain)) length = i + 1
  })
  return inner.slice(0, length).map(i => i.mention)
}

/** The token behind a name and "số", or behind the name alone where it is certain. */
function tokenBehind(line: string, end: number, tokens: readonly SymbolToken[]): SymbolToken | undefined {
  NUMBER_SIGN.lastIndex = end
  const sign = NUMBER_SIGN.exec(line)
  const at = end + (sign ? sign[0].length : 1)
  const token = tokens.find(t => t.span.start === at)
  return token && (sign || token.isCertain) ? token : undefined
}

/** Whether another law follows in the same title, so that a number belongs to the law before it and not to the title. */
function goesOn(line: string, at: number): boolean {
  CONNECTOR.lastIndex = at
  const connector = CONNECTOR.exec(line)
  if (!connector || connector[0].trim() === '' || connector[0].includes(';')) return false
  LAW_WORD.lastIndex = at + connector[0].length
  return LAW_WORD.test(line)
}

function takeNumber(mention: Mention, token: SymbolToken, used: Set<SymbolToken>): void {
  mention.form = 'numbered'
  mention.key = token.span
  mention.parts = token.parts
  mention.end = token.span.end
  used.add(token)
}

/** Laws are the National Assembly's: another body behind the name belongs to a name that was not read to its end ("… của Hội đồng nhân dân và …"). */
function ofAssembly(line: string, tail: Tail, end: number): Tail {
  if (!tail.issuer || /Quốc hội|QUỐC HỘI|UBTVQH|Chủ tịch nước/iu.test(line.slice(tail.issuer.start, tail.issuer.end))) return tail
  const isBefore = (piece: Span | null): piece is Span => piece !== null && tail.issuer !== null && piece.end <= tail.issuer.start
  const [date, year] = [isBefore(tail.date) ? tail.date : null, isBefore(tail.year) ? tail.year : null]
  return { date, issuer: null, year, end: Math.max(date?.end ?? end, year?.end ?? end) }
}

/** A number right behind the name makes the mention a numbered one; date, issuer and year follow either. */
function addNumberAndTail(line: string, mention: Mention, tokens: readonly SymbolToken[], lexicon: Lexicon, used: Set<SymbolToken>): void {
  const token = tokenBehind(line, mention.end, tokens)
  if (token) takeNumber(mention, token, used)
  const tail = ofAssembly(line, readTail(line, mention.end, lexicon, mention.form === 'law'), mention.end)
  if (tail.year && mention.name) {
    mention.name = { start: mention.name.start, end: tail.year.end }
  }
  mention.date = tail.date && sourced(tail.date)
  mention.issuer = tail.issuer && sourced(tail.issuer)
  mention.end = Math.max(mention.end, tail.end)
}
