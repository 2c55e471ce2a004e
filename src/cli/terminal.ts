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

/** Text from documents as it may be printed: composed letters, one line, no control characters that would steer the terminal. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .trim()
