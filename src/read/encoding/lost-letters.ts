/** A mark that programs put where they cannot write a letter, within a word: "Quy?t ??nh". Addresses of pages have such too, one in a text or two. */
const TORN = /\p{L}[?\ufffd]+\p{L}|\p{L}\ufffd|\ufffd\p{L}/gu

/** The share of words that some program tore by writing question marks for letters it did not have; what they were is not known any more. */
export function lostLetters(text: string, limit = 20_000): number {
  const head = text.slice(0, limit)
  if (!/[?\ufffd]/.test(head)) return 0
  const words = head.match(/[\p{L}\p{M}?\ufffd]+/gu)?.length ?? 0
  return words === 0 ? 0 : (head.match(TORN)?.length ?? 0) / words
}
