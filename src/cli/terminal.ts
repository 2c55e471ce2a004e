import pc from 'picocolors'

/** Where the program prints. Tests give their own; `main.ts` gives the process. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly outIsTty: boolean
  readonly errIsTty: boolean
  /** Columns of the screen; null in a pipe, where nothing is cut. */
  readonly columns: number | null
  /** How the user calls the program, for commands that are suggested. */
  readonly program: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal?: AbortSignal
}

export type Colors = ReturnType<typeof pc.createColors>

/** Colours for a stream: only on a terminal, and not under NO_COLOR, CI, TERM=dumb or --no-color. */
export function colorsFor(terminal: Terminal, isTty: boolean, wanted: boolean): Colors {
  const { NO_COLOR, CI, TERM } = terminal.env
  return pc.createColors(isTty && wanted && !NO_COLOR && !CI && TERM !== 'dumb')
}

/** What would steer a terminal: control characters, and marks that turn the direction of writing or cannot be seen. */
const steering = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu

/** Text from documents as it may be printed: composed letters, one line, no control characters that would steer the terminal. */
export const printable = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').replace(steering, '').trim()

/** Lines of a remark, in which names of files may stand as somebody else chose them. */
export const printableLines = (text: string): string => text.replace(/\r\n?/g, '\n').replace(steering, sign => (sign === '\n' || sign === '\t' ? sign : ''))

/** A colour, as `Colors` writes it. */
const COLOR = new RegExp(`(${String.fromCharCode(27)}\\[\\d{1,2}m)`)

/** Data as a screen may show it: colours stay, nothing else steers it. A pipe gets every character as it is. */
export const forScreen = (text: string): string =>
  text
    .split(COLOR)
    .map(part => (COLOR.test(part) ? part : printableLines(part)))
    .join('')
