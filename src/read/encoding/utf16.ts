/** The order of bytes of UTF-16, by its mark or, without one, by where the high bytes of ASCII stand; null for text in another encoding. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 4096)
  const pairs = head.length >> 1
  if (pairs < 4) return null
  let zeros = 0
  let low = 0
  let high = 0
  for (let i = 0; i < pairs; i++) {
    const [even, odd] = [head[2 * i] as number, head[2 * i + 1] as number]
    zeros += (even === 0 ? 1 : 0) + (odd === 0 ? 1 : 0)
    // Vietnamese text is of ASCII, Latin-1 and the blocks 01 and 1E.
    if (odd <= 1 || odd === 0x1e || odd === 0x20) low += even === 0 ? 0 : 1
    if (even <= 1 || even === 0x1e || even === 0x20) high += odd === 0 ? 0 : 1
  }
  if (zeros < pairs * 0.3) return null
  if (low >= pairs * 0.9 && low > high) return 'utf-16le'
  return high >= pairs * 0.9 && high > low ? 'utf-16be' : null
}
