import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Material } from './material.js'

/** How many lines of a real document a short decree has. */
const LINES = 25

function shortDecree({ texts }: Material, number: number): string {
  const lines = (texts[number % texts.length] as string).split('\n')
  const from = (number * 37) % Math.max(1, lines.length - LINES)
  return `Số: ${number}/KH-UBND\n\nTrà Vinh, ngày 16 tháng 02 năm 2022\n\nKẾ HOẠCH\nCải cách hành chính năm 2022\n\n${lines.slice(from, from + LINES).join('\n')}\n`
}

/** Writes short decrees with the numbers 1 to `count` into a folder, as `001.txt`, …: files that are quickly read, of which a process is killed amid. */
export function writeShortDecrees(material: Material, folder: string, count: number): void {
  for (let n = 1; n <= count; n++) writeFileSync(join(folder, `${String(n).padStart(3, '0')}.txt`), shortDecree(material, n))
}
