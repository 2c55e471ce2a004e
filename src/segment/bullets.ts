import { bulletMark } from '../model/bullet-marks.js'

/** A bullet's marker at the head of a line, and where its words begin. */
export interface BulletMark {
  readonly marker: string
  readonly bodyStart: number
}

const MARK = new RegExp(String.raw`(?:${bulletMark}[ ]*(?=\S)|\(\d{1,2}\)[ ]*|\([a-zđ]\)[ ]*)`, 'y')

/** The bullet marker at `start`, or null: "- ", "+ ", "(1) ", "-100%". */
export function matchBullet(text: string, start: number): BulletMark | null {
  MARK.lastIndex = start
  const m = MARK.exec(text)
  if (!m) return null
  return { marker: m[0].trim(), bodyStart: start + m[0].length }
}

/** An open bullet above the line that is being placed. */
export interface OpenBullet {
  readonly block: number
  /** `-`, `+`, … ; numbered ones share `(n)`. */
  readonly style: string
  /** "- Năm 2021:": nothing but a time, which governs what follows even when it is marked alike. */
  readonly scopeOnly: boolean
}

export const bulletStyle = (marker: string): string => (marker.startsWith('(') ? (/\d/.test(marker) ? '(n)' : '(a)') : marker)

/** Whether the words of a bullet only set a scope for what follows: "Năm 2021:", "Đến năm 2025:", "Giai đoạn 2026 - 2030:". */
export const isScopeOnly = (words: string): boolean =>
  /:\s*$/.test(words) && words.length <= 60 && /(?:19|20)\d{2}|[Hh]àng năm|[Hh]ằng năm|[Cc]ấp (?:tỉnh|huyện|xã)/.test(words)

/**
 * The open bullets under which a new one stands: a marker that is open already closes what is below it; a new one goes
 * below the last. A bullet that only sets a scope governs the one right after it though both have the same marker.
 */
export function bulletParents(open: readonly OpenBullet[], style: string, scopeOnly: boolean): readonly OpenBullet[] {
  const last = open.at(-1)
  if (last?.scopeOnly && last.style === style && !scopeOnly) return open
  // "- Năm 2022:" "- Hoàn thành …": the second is a slip of the writer's; another such one right after it is its sibling.
  const inner = open.length >= 2 ? open.at(-2) : undefined
  if (last && inner?.scopeOnly && inner.style === style && last.style === style && !scopeOnly) return open.slice(0, -1)
  const same = open.findIndex(o => o.style === style)
  return same >= 0 ? open.slice(0, same) : open
}
