import { letterCase } from '../model/letter-case.js'

/** From this many letters on a few small ones do not count. */
const LONG = 12
const FEW = 0.1

/** All its letters, but for a few ("5G, IoT TRONG CÁC KHU"), are capitals, and there are at least two of them. */
export function isCapitals(text: string): boolean {
  let letters = 0
  let small = 0
  // A line has no more letters than characters: beyond this many small ones the rest need not be looked at.
  const most = text.length * FEW + 1
  for (let i = 0; i < text.length; i++) {
    const kind = letterCase(text.charCodeAt(i))
    if (kind === 0) continue
    letters++
    if (kind === 2 && ++small > most) return false
  }
  if (letters < 2) return false
  const capitals = letters - small
  return small === 0 || (letters >= LONG && capitals >= letters * (1 - FEW))
}
