/** A place in a document where an example may stand, as a document around it. */
export interface Frame {
  readonly name: string
  readonly documentOf: (example: string) => string
}

const head = (type: string, symbol: string, title: string): string =>
  `ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n-------\n\nSố: 552/${symbol}-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n\nHà Tĩnh, ngày 22 tháng 10 năm 2021\n\n${type}\n\n${title}\n`

const plan = (body: string): string => `${head('KẾ HOẠCH', 'KH', 'Cải cách hành chính giai đoạn 2021 - 2025')}\n${body}\n`
const report = (body: string): string => `${head('BÁO CÁO', 'BC', 'Kết quả cải cách hành chính 9 tháng năm 2021')}\n${body}\n`
const decision = (body: string): string => `${head('QUYẾT ĐỊNH', 'QĐ', 'Ban hành Chương trình cải cách hành chính')}\nỦY BAN NHÂN DÂN TỈNH\n\n${body}\n`
const row = (...cells: readonly string[]): string => `| ${cells.map(cell => cell.replace(/\s*\n\s*/g, ' ')).join(' | ')} |\n`
const table = (...rows: readonly (readonly string[])[]): string => {
  const [first = [], ...rest] = rows
  return row(...first) + row(...first.map(() => '---')) + rest.map(cells => row(...cells)).join('')
}
const aTask = ['1', 'Xây dựng Kế hoạch tuyên truyền', 'Sở Nội vụ', 'Các sở, ngành', 'Quý IV/2023', 'Kế hoạch']
const taskHead = ['STT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian thực hiện', 'Sản phẩm']
const tasks = (head: readonly string[], cells: readonly string[]): string => plan(`II. NHIỆM VỤ\n\n${table(head, cells)}`)
const inCell =
  (at: number): ((example: string) => string) =>
  example =>
    tasks(taskHead, aTask.with(at, example))

/** From the plainest to those that say most of what stands around it. */
export const frames: readonly Frame[] = [
  { name: 'alone', documentOf: example => example },
  { name: 'in a goal', documentOf: example => plan(`I. MỤC TIÊU\n\n- ${example}`) },
  { name: 'in a result', documentOf: example => report(`I. KẾT QUẢ\n\n- ${example}`) },
  { name: 'in an article', documentOf: example => decision(`Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. ${example}`) },
  { name: 'before a goal', documentOf: example => plan(`I. MỤC TIÊU\n\n- ${example} đạt 80% hồ sơ trực tuyến`) },
  { name: 'behind a goal', documentOf: example => plan(`I. MỤC TIÊU\n\n- Phấn đấu đạt 80% hồ sơ trực tuyến ${example}`) },
  { name: 'behind a result', documentOf: example => report(`I. KẾT QUẢ\n\n- Tỷ lệ hồ sơ trực tuyến đạt 80% ${example}`) },
  { name: 'above a goal', documentOf: example => plan(`I. MỤC TIÊU\n\n1. ${example}\n\n- 80% hồ sơ được xử lý trực tuyến.`) },
  { name: 'above goals', documentOf: example => plan(`${example}\n\n- 80% hồ sơ được xử lý trực tuyến.`) },
  { name: 'above a result', documentOf: example => report(`${example}\n\n- 80% hồ sơ được xử lý trực tuyến.`) },
  { name: 'in a title', documentOf: example => `${head('KẾ HOẠCH', 'KH', example)}\nI. MỤC TIÊU\n\n- 80% hồ sơ được xử lý trực tuyến.` },
  { name: 'in the title of a report', documentOf: example => `${head('BÁO CÁO', 'BC', example)}\nI. KẾT QUẢ\n\n- 80% hồ sơ được xử lý trực tuyến.` },
  { name: 'in what an agency does', documentOf: example => plan(`III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n- ${example}`) },
  {
    name: 'above what an agency does',
    documentOf: example => plan(`${example}\n\n1. Sở Nội vụ\n\n- Chủ trì tham mưu Ủy ban nhân dân tỉnh tổ chức thực hiện.`),
  },
  { name: 'in the head of a table of tasks', documentOf: example => tasks(taskHead.with(4, example), aTask) },
  { name: 'as the task of a table', documentOf: inCell(1) },
  { name: 'as the leader of a table', documentOf: inCell(2) },
  { name: 'as the due of a table', documentOf: inCell(4) },
  { name: 'as the product of a table', documentOf: inCell(5) },
  {
    name: 'in the head of a table of figures',
    documentOf: example => plan(`I. MỤC TIÊU\n\n${table(['TT', 'Chỉ tiêu', 'Đơn vị', example], ['1', 'Tỷ lệ hồ sơ trực tuyến', '%', '80'])}`),
  },
  {
    name: 'as the label of a figure',
    documentOf: example => plan(`I. MỤC TIÊU\n\n${table(['TT', 'Chỉ tiêu', 'Kế hoạch năm 2025'], ['1', example, '80'])}`),
  },
  {
    name: 'as a figure',
    documentOf: example => plan(`I. MỤC TIÊU\n\n${table(['TT', 'Chỉ tiêu', 'Đơn vị', 'Kế hoạch năm 2025'], ['1', 'Tỷ lệ hồ sơ trực tuyến', '%', example])}`),
  },
  {
    name: 'above the units of a table',
    documentOf: example => plan(`I. MỤC TIÊU\n\n${table(['TT', 'Chỉ tiêu', example, 'Kế hoạch năm 2025'], ['1', 'Sản lượng lúa', 'Tấn', '80'])}`),
  },
  {
    name: 'as the unit of a figure',
    documentOf: example => plan(`I. MỤC TIÊU\n\n${table(['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm 2025'], ['1', 'Chỉ tiêu của ngành', example, '80'])}`),
  },
  {
    name: 'above what was reached',
    documentOf: example =>
      plan(`I. MỤC TIÊU\n\n${table(['TT', 'Chỉ tiêu', 'Đơn vị tính', example, 'Kế hoạch năm 2026'], ['1', 'Tỷ lệ hồ sơ trực tuyến', '%', '75', '80'])}`),
  },
  { name: 'as the type of a document', documentOf: example => `${head(example, 'KH', 'Cải cách hành chính năm 2021')}\n1. Tỷ lệ hồ sơ trực tuyến đạt 80%.\n` },
  { name: 'as a recital', documentOf: example => decision(`Căn cứ ${example};\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành.`) },
  { name: 'among the recipients', documentOf: example => decision(`Điều 1. Ban hành.\n\nNơi nhận:\n\n${example}`) },
  {
    name: 'below a document',
    documentOf: example =>
      decision(`Điều 1. Ban hành.\n\nNơi nhận:\n- Như trên;\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nVõ Trọng Hải\n\n${example}\nQuyết định 45/2019/QĐ-UBND`),
  },
]

/** A document around an example; throws where there is no such frame. */
export function inFrame(name: string, words: string): string {
  const frame = frames.find(one => one.name === name)
  if (frame === undefined) throw new Error(`there is no frame ${name}`)
  return frame.documentOf(words)
}
