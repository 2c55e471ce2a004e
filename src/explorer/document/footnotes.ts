/** A mark in running text and the note at the foot of the page that it points at. */
export interface Footnote {
  readonly label: string
  readonly reference: { readonly start: number; readonly end: number }
  /** The note's words, on one line. */
  readonly note: string
}

const raised = /[¹²³⁰⁴-⁹]+/g

interface Note {
  readonly start: number
  readonly label: string
  readonly words: string
}

/** Lines that begin with raised digits are notes; lines that follow up to the next note or empty line belong to them. */
function notesOf(text: string): Note[] {
  return [...text.matchAll(/^[ \t]*([¹²³⁰⁴-⁹]+)[ \t]*(\S[^\n]*(?:\n(?![ \t]*(?:\n|[¹²³⁰⁴-⁹]))[^\n]+)*)/gm)].map(match => ({
    start: match.index + match[0].indexOf(match[1] as string),
    label: match[1] as string,
    words: (match[2] as string).replace(/\s+/g, ' ').trim(),
  }))
}

/**
 * The references to footnotes in a text. Labels may count anew on each page, so that a reference means the next note of its label behind it; a
 * label without such a note is left alone: it may be an exponent (km²).
 */
export function footnotesOf(text: string): Footnote[] {
  const notes = notesOf(text)
  const own = new Set(notes.map(note => note.start))
  return [...text.matchAll(raised)].flatMap(match => {
    const [label] = match
    if (own.has(match.index)) return []
    const note = notes.find(other => other.start > match.index && other.label === label)
    return note ? [{ label: label.normalize('NFKC'), reference: { start: match.index, end: match.index + label.length }, note: note.words }] : []
  })
}
