import { extractQuantities } from '../../../src/extract/quantities/extract-quantities.js'
import type { TargetRecord } from '../../../src/model/extraction.js'
import type { Unplaced } from '../../../src/model/reading.js'
import { readText } from '../../../src/pipeline/pipeline.js'
import { resolveMetadata } from '../../../src/resolve/metadata/resolve-metadata.js'
import { resolveTargets } from '../../../src/resolve/targets/resolve-targets.js'
import { loadRulebook } from '../../../src/rulebook/load-rulebook.js'
import type { Rulebook } from '../../../src/rulebook/rulebook.js'

const rulebook = loadRulebook()

export type Target = Unplaced<TargetRecord> & { readonly text: string }

/** A short document of the official layout with the given body. */
export function documentOf(
  body: string,
  { type = 'KẾ HOẠCH', symbol = 'KH', title = 'Cải cách hành chính nhà nước giai đoạn 2021 - 2025', date = 'ngày 16 tháng 02 năm 2022' } = {},
): string {
  return `ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: 38/${symbol}-UBND\n\nTrà Vinh, ${date}\n\n${type}\n\n${title}\n\n${body}\n`
}

/** Every record that a text gives, with the words of its value. */
export function targetsOf(source: string, rules: Rulebook = rulebook): Target[] {
  const reading = readText(source, rules)
  const document = resolveMetadata(reading, rules)
  return resolveTargets(extractQuantities(reading, rules), reading, document, rules).map(t => ({
    ...t,
    text: reading.text.slice(t.span.start, t.span.end),
  }))
}

/** The records of one statement under a heading over goals. */
export const goalsOf = (statement: string): Target[] => targetsOf(documentOf(`I. MỤC TIÊU\n\n1. Mục tiêu cụ thể\n\n- ${statement}`))
