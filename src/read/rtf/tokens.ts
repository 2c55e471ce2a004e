/** What RTF is made of (RTF 1.9.1, "Contents of an RTF file"). */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\b0`: name and number, null where none is written. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** One byte of text, written as it is or as `\'hh`. */
  | { readonly kind: 'byte'; readonly value: number }

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const isLetter = (b: number | undefined): boolean => b !== undefined && ((b >= 0x61 && b <= 0x7a) || (b >= 0x41 && b <= 0x5a))
const isDigit = (b: number | undefined): boolean => b !== undefined && b >= 0x30 && b <= 0x39

/** Control symbols that stand for text or for a word. */
const SYMBOLS: Readonly<Record<string, RtfToken>> = {
  '\\': { kind: 'byte', value: BACKSLASH },
  '{': { kind: 'byte', value: OPEN },
  '}': { kind: 'byte', value: CLOSE },
  '~': { kind: 'word', name: 'nbsp', value: null },
  _: { kind: 'word', name: 'nbhyphen', value: null },
  '-': { kind: 'word', name: 'softhyphen', value: null },
  '*': { kind: 'word', name: '*', value: null },
  '\n': { kind: 'word', name: 'par', value: null },
  '\r': { kind: 'word', name: 'par', value: null },
  '\t': { kind: 'word', name: 'tab', value: null },
}

/** Splits the bytes of an RTF file into tokens. Never throws: what is no RTF comes out as bytes of text; raw data of `\bin` is passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at++] as number
    if (byte === OPEN) yield { kind: 'open' }
    else if (byte === CLOSE) yield { kind: 'close' }
    else if (byte === 0x0a || byte === 0x0d || byte === 0) continue
    else if (byte !== BACKSLASH) yield { kind: 'byte', value: byte }
    else if (isLetter(bytes[at])) {
      const from = at
      while (isLetter(bytes[at]) && at - from < 32) at++
      const name = String.fromCharCode(...bytes.subarray(from, at))
      const numberAt = at
      if (bytes[at] === 0x2d && isDigit(bytes[at + 1])) at++
      while (isDigit(bytes[at]) && at - numberAt < 11) at++
      const value = at > numberAt ? Number(String.fromCharCode(...bytes.subarray(numberAt, at))) : null
      if (bytes[at] === 0x20) at++
      if (name === 'bin') at += Math.max(0, value ?? 0)
      else yield { kind: 'word', name, value }
    } else if (bytes[at] === 0x27) {
      const value = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0x30, bytes[at + 2] ?? 0x30), 16)
      at += 3
      if (!Number.isNaN(value)) yield { kind: 'byte', value }
    } else {
      const symbol = SYMBOLS[String.fromCharCode(bytes[at++] ?? 0x20)]
      if (symbol) yield symbol
    }
  }
}
