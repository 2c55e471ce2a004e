/** A font of the font table. */
export interface RtfFont {
  readonly name: string
  readonly charset: number | null
}

/** Where the words of a group go. */
export type Destination = 'text' | 'skip' | 'font-table'

/** What a group inherits and gives up at its end. */
export interface GroupState {
  readonly destination: Destination
  readonly font: number | null
  readonly bold: boolean
  readonly capitals: boolean
  readonly hidden: boolean
  readonly inTable: boolean
  /** How many characters stand for programs without Unicode behind `\u`. */
  readonly unicodeSkip: number
  /** The footnote whose body this is, or null in running text. */
  readonly note: number | null
  /** The running head or foot that this is the words of, or null. */
  readonly head: number | null
}

export const initialState: GroupState = {
  destination: 'text',
  font: null,
  bold: false,
  capitals: false,
  hidden: false,
  inTable: false,
  unicodeSkip: 1,
  note: null,
  head: null,
}

/** Destinations whose words are no words of the document, besides every unknown one that `\*` opens. */
export const SKIPPED: ReadonlySet<string> = new Set(
  (
    'colortbl stylesheet info pict fldinst annotation atnid atnauthor ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ' +
    'nonshppict shprslt objdata nonesttables xe tc rxe bkmkstart bkmkend listtable listoverridetable rsidtbl filetbl revtbl private generator template fname'
  ).split(' '),
)

/** Destinations behind `\*` that hold words of the document. */
export const KEPT: ReadonlySet<string> = new Set(['shpinst', 'shptxt', 'ud', 'footnote', 'listtext', 'pntext'])

/** Control words that stand for characters. */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  nbsp: '\u00a0',
  nbhyphen: '-',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}
