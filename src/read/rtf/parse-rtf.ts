import { entryOf } from '../../model/entry-of.js'
import { fontNature } from '../encoding/fonts.js'
import type { FlowItem } from '../word/flow.js'
import type { FlowHead } from '../word/notes.js'
import { codePageOf, decodeBytes, SYMBOL_CHARSET, symbolText } from './code-pages.js'
import { CHARACTERS, type GroupState, initialState, KEPT, type RtfFont, SKIPPED } from './state.js'
import { rtfTokens } from './tokens.js'

/** An RTF file's text: the body, then the bodies of its footnotes. */
export interface RtfDocument {
  readonly body: readonly FlowItem[]
  readonly notes: readonly (readonly FlowItem[])[]
  readonly heads: readonly FlowHead[]
}

/** Why a file was not read to its end. */
export type RtfTrouble = 'too-deep' | 'unclosed'

interface Reading {
  state: GroupState
  readonly stack: GroupState[]
  readonly fonts: Map<number, RtfFont>
  /** The font of the font table that is being read. */
  tableFont: { number: number; name: number[]; charset: number | null }
  page: number
  defaultFont: number | null
  /** Bytes that wait for the end of their run: some code pages have two a character. */
  readonly bytes: number[]
  /** Characters still to be passed over behind `\u`. */
  skip: number
  starred: boolean
  /** The row as it is defined before its cells: how many have been defined, and which go on with the ones above them. */
  row: { cells: number; merged: number[] }
  readonly body: FlowItem[]
  readonly notes: FlowItem[][]
  readonly heads: { readonly isFoot: boolean; readonly items: FlowItem[] }[]
}

function target(r: Reading): FlowItem[] {
  const { note, head } = r.state
  if (head !== null) return (r.heads[head] as FlowHead & { items: FlowItem[] }).items
  return note === null ? r.body : (r.notes[note] as FlowItem[])
}

const fontOf = (r: Reading): RtfFont | null => r.fonts.get(r.state.font ?? r.defaultFont ?? -1) ?? null

function put(r: Reading, text: string): void {
  const { destination, hidden, bold, capitals } = r.state
  if (destination !== 'text' || hidden) return
  const items = target(r)
  const font = fontOf(r)?.name ?? null
  const last = items.at(-1)
  if (last?.kind === 'run' && last.font === font && last.bold === bold && last.capitals === capitals)
    items[items.length - 1] = { ...last, text: last.text + text }
  else items.push({ kind: 'run', text, font, bold, capitals })
}

/** Decodes the waiting bytes in the font they were written in. */
function flush(r: Reading): void {
  if (r.bytes.length === 0) return
  const font = fontOf(r)
  const legacy = font !== null && fontNature(font.name).encoding !== null
  if (font?.charset === SYMBOL_CHARSET) put(r, symbolText(r.bytes))
  else put(r, decodeBytes(r.bytes, legacy ? 1252 : codePageOf(font?.charset ?? null, r.page)))
  r.bytes.length = 0
}

function endTableFont(r: Reading): void {
  const { number, name, charset } = r.tableFont
  if (number >= 0) r.fonts.set(number, { name: decodeBytes(name, 1252).split(';')[0]?.trim() ?? '', charset })
  r.tableFont = { number: -1, name: [], charset: null }
}

/** Words of the font table: `\f15 ... \fcharset0 .VnTime;` */
function fontTableWord(r: Reading, name: string, value: number | null): void {
  if (name === 'f') {
    endTableFont(r)
    r.tableFont.number = value ?? 0
  } else if (name === 'fcharset') r.tableFont.charset = value
}

const set = (r: Reading, change: Partial<GroupState>): void => {
  flush(r)
  r.state = { ...r.state, ...change }
}

const mark = (r: Reading): string => `[^${r.state.note === null ? r.notes.length + 1 : r.state.note + 1}]`

const end = (r: Reading, item: FlowItem): void => {
  flush(r)
  if (r.state.destination === 'text') target(r).push(item)
}

/** The destinations of running heads and feet: of all pages, of left and right ones, of the first. */
function runningHeads(): Record<string, (r: Reading) => void> {
  const begin = (isFoot: boolean) => (r: Reading) => {
    if (r.state.destination !== 'text' || r.state.head !== null) return
    set(r, { head: r.heads.length, inTable: false })
    r.heads.push({ isFoot, items: [] })
  }
  return Object.fromEntries(['', 'l', 'r', 'f'].flatMap(kind => [[`header${kind}`, begin(false)] as const, [`footer${kind}`, begin(true)] as const]))
}

/** What the control words of running text do; every other word says how things look. */
const WORDS: Readonly<Record<string, (r: Reading, value: number | null) => void>> = {
  ansicpg: (r, value) => {
    r.page = value || 1252
  },
  deff: (r, value) => {
    r.defaultFont = value
  },
  f: (r, value) => set(r, { font: value }),
  b: (r, value) => set(r, { bold: value !== 0 }),
  caps: (r, value) => set(r, { capitals: value !== 0 }),
  scaps: (r, value) => set(r, { capitals: value !== 0 }),
  v: (r, value) => set(r, { hidden: value !== 0 }),
  deleted: (r, value) => set(r, { hidden: value !== 0 }),
  plain: r => set(r, { font: null, bold: false, capitals: false, hidden: false }),
  pard: r => set(r, { inTable: false }),
  intbl: r => set(r, { inTable: true }),
  uc: (r, value) => set(r, { unicodeSkip: Math.max(0, value ?? 1) }),
  u: (r, value) => {
    flush(r)
    put(r, String.fromCharCode((value ?? 0x3f) & 0xffff))
    r.skip = r.state.unicodeSkip
  },
  par: r => end(r, { kind: 'paragraph', inTable: r.state.inTable }),
  sect: r => end(r, { kind: 'paragraph', inTable: r.state.inTable }),
  page: r => end(r, { kind: 'paragraph', inTable: r.state.inTable }),
  line: r => end(r, { kind: 'paragraph', inTable: true }),
  nestcell: r => end(r, { kind: 'paragraph', inTable: true }),
  cell: r => end(r, { kind: 'cell' }),
  row: r => end(r, { kind: 'row', merged: r.row.merged }),
  trowd: r => {
    r.row = { cells: 0, merged: [] }
  },
  clvmrg: r => {
    r.row.merged.push(r.row.cells)
  },
  cellx: r => {
    r.row.cells++
  },
  softhyphen: r => {
    // Where an ABC font draws ư, some programs see a hyphen that need not be shown.
    if (fontNature(fontOf(r)?.name ?? '').encoding === 'tcvn3') onByte(r, 0xad)
  },
  chftn: r => {
    flush(r)
    put(r, mark(r))
  },
  fonttbl: r => set(r, { destination: 'font-table' }),
  footnote: r => {
    if (r.state.destination !== 'text' || r.state.note !== null) return
    set(r, { note: r.notes.length, inTable: false })
    r.notes.push([])
  },
  ...runningHeads(),
  shptxt: r => {
    if (r.state.destination !== 'text') return
    end(r, { kind: 'paragraph', inTable: true })
  },
}

function onWord(r: Reading, name: string, value: number | null): void {
  if (name === '*') {
    r.starred = true
    return
  }
  const starred = r.starred
  r.starred = false
  if (r.skip > 0 && name !== 'u') r.skip--
  const character = entryOf(CHARACTERS, name)
  if (starred ? !KEPT.has(name) : SKIPPED.has(name)) set(r, { destination: 'skip' })
  else if (r.state.destination === 'font-table') fontTableWord(r, name, value)
  else if (character !== undefined) {
    flush(r)
    put(r, character)
  } else if (Object.hasOwn(WORDS, name)) (WORDS[name] as (r: Reading, value: number | null) => void)(r, value)
}

function onByte(r: Reading, byte: number): void {
  r.starred = false
  if (r.skip > 0) r.skip--
  else if (r.state.destination === 'text') r.bytes.push(byte)
  else if (r.state.destination === 'font-table') {
    if (byte === 0x3b) endTableFont(r)
    else r.tableFont.name.push(byte)
  }
}

/** Reads RTF into its flow. `trouble` tells of a file whose groups nest deeper than `maxNesting` or do not close (it is cut off). */
export function parseRtf(bytes: Uint8Array, maxNesting: number): RtfDocument & { readonly trouble: RtfTrouble | null } {
  const r: Reading = {
    state: initialState,
    stack: [],
    fonts: new Map(),
    tableFont: { number: -1, name: [], charset: null },
    page: 1252,
    defaultFont: null,
    bytes: [],
    skip: 0,
    starred: false,
    row: { cells: 0, merged: [] },
    body: [],
    notes: [],
    heads: [],
  }
  let trouble: RtfTrouble | null = null
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'byte') onByte(r, token.value)
    else if (token.kind === 'word') onWord(r, token.name, token.value)
    else {
      flush(r)
      r.skip = 0
      r.starred = false
      if (token.kind === 'open') {
        if (r.stack.length >= maxNesting) {
          trouble = 'too-deep'
          break
        }
        r.stack.push(r.state)
      } else r.state = r.stack.pop() ?? initialState
    }
  }
  flush(r)
  return { body: r.body, notes: r.notes, heads: r.heads, trouble: trouble ?? (r.stack.length > 0 ? 'unclosed' : null) }
}
