/** Texts made to cost much: each repeats what makes patterns look far ahead or back. */
export const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  'numbers and slashes': length => '12/34/56/78-90/'.repeat(Math.ceil(length / 15)).slice(0, length),
  ngày: length => 'ngày 12 tháng 3 ngày '.repeat(Math.ceil(length / 21)).slice(0, length),
  'nested brackets': length => '(('.repeat(Math.ceil(length / 4)) + '))'.repeat(Math.ceil(length / 4)),
  'percent signs': length => '80%, 70%, '.repeat(Math.ceil(length / 10)).slice(0, length),
  'Luật sửa đổi': length => 'Luật sửa đổi, bổ sung một số điều của '.repeat(Math.ceil(length / 39)).slice(0, length),
  'khoản, Điều': length => 'điểm a khoản 2 Điều 5; '.repeat(Math.ceil(length / 23)).slice(0, length),
  'types without numbers': length => 'Nghị định số Quyết định số '.repeat(Math.ceil(length / 27)).slice(0, length),
  'one word': length => 'a'.repeat(length),
  blanks: length => ' '.repeat(length),
  bars: length => '|\n'.repeat(Math.ceil(length / 2)),
  'short lines': length => 'a\n\n'.repeat(Math.ceil(length / 3)),
  stars: length => '*a '.repeat(Math.ceil(length / 3)),
  headings: length => '1. a\n'.repeat(Math.ceil(length / 5)),
  agencies: length => 'Sở Nội vụ, UBND tỉnh, Ủy ban nhân dân '.repeat(Math.ceil(length / 39)).slice(0, length),
}
