/** A document whose head is one sentence and no block of lines: "Nghị định của Chính phủ số 117/2003/NĐ-CP ngày 10/10/2003 về việc …". */
export interface SentenceHead {
  readonly type: string
  /** The body named between type and number; null where none is. */
  readonly issuer: string | null
  readonly number: string
  /** Day, month and year as printed. */
  readonly date: readonly [string, string, string]
  /** Where the words of the head end and those of the title begin. */
  readonly end: number
}

const HEAD =
  /^(Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch|Thông tư)(?: của (\p{Lu}[\p{L} ,-]{2,80}?))? số:? (\d{1,5}[a-eđ]?(?:\/\d{4})?\/[A-ZĐ][\p{L}\d&/-]{1,30}) ngày (\d{1,2})(?:\/| tháng )(\d{1,2})(?:\/| năm )(\d{4})(?= (?:về|quy định|hướng dẫn|sửa đổi|ban hành|phê duyệt) |$)/iu

/** Reads the head that the official gazette and the data bases of the 2000s print in place of the block that Nghị định 30/2020/NĐ-CP prescribes; null for any other line. */
export function parseSentenceHead(line: string): SentenceHead | null {
  const match = HEAD.exec(line)
  if (!match) return null
  const [words, type, issuer, number, day, month, year] = match as unknown as [string, string, string | undefined, string, string, string, string]
  return { type, issuer: issuer ?? null, number, date: [day, month, year], end: words.length }
}
