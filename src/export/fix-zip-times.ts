const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
/** 1980-01-01 00:00, the first time a ZIP file can say. */
const time = 0
const date = 0x21

/** Sets the time of every entry of a ZIP file to its first possible one, in place, so that the same content gives the same bytes. */
export function fixZipTimes(zip: Buffer): void {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== endSignature) end--
  if (end < 0) return
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0 && zip.readUInt32LE(entry) === entrySignature; left--) {
    zip.writeUInt16LE(time, entry + 12)
    zip.writeUInt16LE(date, entry + 14)
    const local = zip.readUInt32LE(entry + 42)
    if (zip.readUInt32LE(local) === localSignature) {
      zip.writeUInt16LE(time, local + 10)
      zip.writeUInt16LE(date, local + 12)
    }
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32)
  }
}
