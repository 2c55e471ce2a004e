import type { Diagnostic } from '../../model/diagnostic.js'
import type { LegacyEncoding } from '../encoding/legacy.js'
import type { FlowItem } from './flow.js'

/** The flow with the bodies of its footnotes as lines at its end. */
export const withNotes = (body: readonly FlowItem[], notes: readonly (readonly FlowItem[])[]): readonly FlowItem[] =>
  notes.length === 0 ? body : [...body, PARAGRAPH, ...notes.flatMap(note => [...note, PARAGRAPH])]

const PARAGRAPH: FlowItem = { kind: 'paragraph', inTable: false }

/** What a reader says when words were in fonts from before Unicode. */
export const legacyNote = (encodings: readonly LegacyEncoding[]): readonly Diagnostic[] =>
  encodings.length === 0
    ? []
    : [{ code: 'read.legacy-encoding', severity: 'info', message: `Words in ${encodings.join(', ')} were turned into Unicode.`, span: null }]

/** The encoding of a word processor's file: the legacy ones its words were in, or the format's own. */
export const encodingName = (own: string, encodings: readonly LegacyEncoding[]): string => (encodings.length === 0 ? own : encodings.join('+'))
