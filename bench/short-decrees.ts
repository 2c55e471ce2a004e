import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedTexts } from './texts.js'

const provinces = ['Hà Tĩnh', 'Trà Vinh', 'Nghệ An', 'Lào Cai', 'Bắc Giang', 'Quảng Nam', 'Phú Yên', 'Bình Dương', 'Cà Mau', 'Yên Bái'] as const
/** Numbers that a body gives in a year, and the first year. */
const [numbers, firstYear] = [4000, 2016]
/** Units of a seed's beginning that is left out, of what it rests on, and of the piece of its body. */
const [headLength, basesLength, pieceLength] = [1500, 900, 1600]

/** The head of the n-th decree: no other has its number, province and year, so that none is a version of another. */
function headOf(n: number): string {
  const province = provinces[n % provinces.length] as string
  const series = Math.floor(n / provinces.length)
  const [number, year] = [(series % numbers) + 1, firstYear + Math.floor(series / numbers)]
  const day = `ngày ${String(1 + (n % 28)).padStart(2, '0')} tháng ${String(1 + (n % 12)).padStart(2, '0')} năm ${year}`
  return `ỦY BAN NHÂN DÂN\nTỈNH ${province.toUpperCase()}\n-------\nSố: ${number}/KH-UBND\n${province}, ${day}\n\nKẾ HOẠCH\nCải cách hành chính nhà nước năm ${year + 1} tỉnh ${province}\n`
}

/** The n-th short decree: a head of its own, a piece of a seed, and a figure. */
function shortDecree(n: number): string {
  const text = seedTexts[n % seedTexts.length] as string
  const bases = text.slice(Math.max(0, text.search(/Căn cứ|Thực hiện/))).slice(0, basesLength)
  const from = headLength + ((n * 997) % Math.max(1, text.length - headLength - pieceLength))
  const piece = text.slice(text.indexOf('\n', from), from + pieceLength)
  return `${headOf(n)}\n${bases}\n\n${piece}\n\nPhấn đấu đạt ${1 + (n % 99)}% kế hoạch số ${n + 1}.\n`
}

/** Writes short decrees as files, a thousand to a folder, one after another; gives the folder of all. */
export function writeShortDecrees(folder: string, count: number): string {
  for (let n = 0; n < count; n++) {
    const part = join(folder, String(Math.floor(n / 1000)).padStart(4, '0'))
    if (n % 1000 === 0) mkdirSync(part, { recursive: true })
    writeFileSync(join(part, `${String(n).padStart(6, '0')}.txt`), shortDecree(n))
  }
  return folder
}
