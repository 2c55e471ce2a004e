import iconv from 'iconv-lite'

/** Bytes 0x80-0x9F as Windows prints them; a byte without a character stays the control it is. */
const WINDOWS_HIGH = Array.from({ length: 32 }, (_, i) => {
  const char = iconv.decode(Buffer.from([0x80 + i]), 'windows-1252')
  return char === '\ufffd' ? String.fromCharCode(0x80 + i) : char
})

/** Characters that programs put for a byte of a legacy font, besides the Windows and the Latin-1 one: glyph names of PDF, the dong sign of the Vietnamese code page. */
const OTHER_FORMS: Readonly<Record<string, number>> = { '−': 0xad, '∙': 0xb7, μ: 0xb5, '₫': 0xfe }

function buildByteOf(): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>()
  for (const [char, byte] of Object.entries(OTHER_FORMS)) bytes.set(char, byte)
  WINDOWS_HIGH.forEach((char, i) => {
    bytes.set(char, 0x80 + i)
  })
  for (let byte = 0; byte < 0x100; byte++) bytes.set(String.fromCharCode(byte), byte)
  return bytes
}

const byteOfCharacter = buildByteOf()

/** The byte that a character stands for where a program showed legacy bytes as Windows characters; null for a character that no byte gives. */
export const byteOf = (char: string): number | null => byteOfCharacter.get(char) ?? null

/** A byte as Windows-1252 shows it. */
export const windowsCharacter = (byte: number): string => (byte >= 0x80 && byte < 0xa0 ? (WINDOWS_HIGH[byte - 0x80] as string) : String.fromCharCode(byte))
