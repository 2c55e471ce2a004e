import type { Diagnostic } from '../../model/diagnostic.js'
import type { LegacyEncoding } from '../encoding/legacy.js'
import { headsToRead, type RunningHead, runningHeadNotes } from '../layout/running-heads.js'
import type { FlowItem } from './flow.js'

/** The flow with the bodies of its footnotes as lines at its end. */
export const withNotes = (body: readonly FlowItem[], notes: readonly (readonly FlowItem[])[]): readonly FlowItem[] =>
  notes.length === 0 ? body : [...body, PARAGRAPH, ...notes.flatMap(note => [...note, PARAGRAPH])]

const PARAGRAPH: FlowItem = { kind: 'paragraph', inTable: false }

/** A running head of a flow. */
export interface FlowHead {
  readonly isFoot: boolean
  readonly items: readonly FlowItem[]
}

/** The lines of a flow as its file holds them. */
const linesOf = (items: readonly FlowItem[]): readonly string[] =>
  items
    .map(item => (item.kind === 'run' ? item.text : item.kind === 'cell' ? '\t' : '\n'))
    .join('')
    .split('\n')
    .filter(line => line.trim() !== '')

/** The flow with the running heads before it that hold the document's own head, and what is said of them and the others. */
export function withHeads(
  body: readonly FlowItem[],
  heads: readonly FlowHead[],
): { readonly body: readonly FlowItem[]; readonly notes: readonly Diagnostic[] } {
  const lined = heads.map((head): FlowHead & RunningHead => ({ ...head, lines: linesOf(head.items) }))
  const read = headsToRead(lined, linesOf(body.slice(0, 2000)))
  return { body: [...read.flatMap(head => [...head.items, PARAGRAPH]), ...body], notes: runningHeadNotes(lined, read) }
}

/** What a reader says when words were in fonts from before Unicode. */
export const legacyNote = (encodings: readonly LegacyEncoding[]): readonly Diagnostic[] =>
  encodings.length === 0
    ? []
    : [{ code: 'read.legacy-encoding', severity: 'info', message: `Words in ${encodings.join(', ')} were turned into Unicode.`, span: null }]

/** The encoding of a word processor's file: the legacy ones its words were in, or the format's own. */
export const encodingName = (own: string, encodings: readonly LegacyEncoding[]): string => (encodings.length === 0 ? own : encodings.join('+'))
