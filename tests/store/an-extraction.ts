import { createHash } from 'node:crypto'
import type { CitationRecord, Extraction, TargetRecord } from '../../src/model/extraction.js'

export const sentence =
  'Đến năm 2025, tối thiểu 80% hồ sơ được xử lý trực tuyến theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ; Sở Nội vụ chủ trì.'
const heading = 'I. MỤC TIÊU'

const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

/** A small document with one record of each kind and every attribute set, or with what a test puts in its place. */
export function anExtraction(
  overrides: Partial<Extraction['document']> = {},
  records: { targets?: (target: TargetRecord) => TargetRecord[]; citations?: (citation: CitationRecord) => CitationRecord[]; file?: string } = {},
): Extraction {
  const number = overrides.number === undefined ? '384/QĐ-UBND' : overrides.number
  const text = `Số: ${number}\n${overrides.province?.name ?? 'Trà Vinh'}, ngày ${overrides.date ?? '2022-02-16'}\n${heading}\n${sentence}\n`
  const target: TargetRecord = {
    section: 'I',
    role: 'target',
    value: 80,
    valueMax: null,
    unit: 'percent',
    unitNoun: null,
    denominator: null,
    per: null,
    outOf: 'tổng số hồ sơ',
    comparator: 'gte',
    change: null,
    deadline: '2025',
    deadlineSource: 'statement',
    recurrence: null,
    levels: ['tỉnh', 'xã'],
    baseline: null,
    place: null,
    exception: 'trừ hồ sơ mật',
    hedged: false,
    subject: 'hồ sơ được xử lý trực tuyến',
    indicator: 'tthc.online',
    indicatorScore: 0.9,
    field: 'thủ tục hành chính',
    quote: '80%',
    span: at(text, '80%'),
    statement: at(text, sentence),
    evidence: { deadline: at(text, 'Đến năm 2025') },
    rule: 'quantity.percent',
  }
  const citation: CitationRecord = {
    section: 'I',
    type: 'Nghị định',
    canonical: '45/2020/NĐ-CP',
    repaired: null,
    repairReason: null,
    name: null,
    date: '2020-04-08',
    dateSource: 'inline',
    issuer: 'Chính phủ',
    pinpoint: null,
    relation: 'dẫn chiếu',
    self: false,
    quote: 'Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ',
    span: at(text, 'Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ'),
    keySpan: at(text, '45/2020/NĐ-CP'),
    evidence: {},
    rule: 'citation.state',
  }
  return {
    contract: 1,
    references: [
      {
        section: 'I',
        pinpoint: 'khoản 2 Điều 5',
        host: 'Quyết định',
        targets: [{ section: 7, path: 'I' }],
        part: 0,
        resolved: true,
        quote: 'Sở Nội vụ',
        span: at(text, 'Sở Nội vụ'),
        rule: 'reference.own',
      },
    ],
    abbreviations: [
      {
        section: 'I',
        short: 'SNV',
        meaning: 'Sở Nội vụ',
        work: null,
        uses: [at(text, 'Sở Nội vụ')],
        quote: 'Sở Nội vụ',
        span: at(text, 'Sở Nội vụ'),
        evidence: { short: at(text, 'Sở Nội vụ') },
        rule: 'abbreviation.declared',
      },
    ],
    source: {
      file: records.file ?? 'plan.txt',
      sha256: createHash('sha256').update(text).digest('hex'),
      format: 'text',
      encoding: 'utf-8',
      reader: 'text',
      siteMetadata: null,
    },
    text,
    pages: null,
    document: {
      number: '384/QĐ-UBND',
      type: 'Quyết định',
      title: 'Ban hành Kế hoạch',
      issuer: 'UBND tỉnh Trà Vinh',
      province: { code: '84', name: 'Trà Vinh' },
      place: 'Trà Vinh',
      date: '2022-02-16',
      effectiveDate: null,
      signer: 'Lê Văn Hẳn',
      signerTitle: 'Chủ tịch',
      period: '2021/2025',
      recipients: ['- Bộ Nội vụ;', '- Lưu: VT.'],
      attachments: [{ type: 'Kế hoạch', title: null }],
      evidence: {},
      ...overrides,
    },
    sections: [{ id: 7, parent: null, kind: 'la-ma', label: 'I', title: 'MỤC TIÊU', path: 'I', depth: 1, span: at(text, heading) }],
    targets: records.targets?.(target) ?? [target],
    citations: records.citations?.(citation) ?? [citation],
    tasks: [
      {
        section: 'I',
        group: 'A',
        no: '1',
        task: 'Chủ trì thực hiện',
        lead: 'Sở Nội vụ',
        support: 'Sở Tư pháp',
        due: 'Quý IV/2023',
        dueDate: '2023-Q4',
        product: null,
        note: null,
        quote: 'chủ trì',
        span: at(text, 'chủ trì'),
        rule: 'task.row',
      },
    ],
    assignments: [
      {
        section: 'I',
        group: null,
        no: null,
        task: 'Sở Nội vụ chủ trì',
        lead: 'Sở Nội vụ',
        support: null,
        due: 'năm 2025',
        dueDate: '2025',
        product: null,
        note: null,
        role: 'chủ trì',
        quote: 'Sở Nội vụ chủ trì',
        span: at(text, 'Sở Nội vụ chủ trì'),
        rule: 'task.prose-assignment',
      },
    ],
    agencies: [
      {
        section: 'I',
        name: 'Sở Nội vụ',
        id: 'so-noi-vu',
        level: 'tỉnh',
        province: null,
        duty: 'chủ trì',
        quote: 'Sở Nội vụ',
        span: at(text, 'Sở Nội vụ'),
        rule: 'agency.named',
      },
    ],
    diagnostics: [
      { code: 'D_NO_TYPE', severity: 'warning', message: 'No type.', span: null },
      { code: 'D_ODD', severity: 'info', message: 'Odd.', span: at(text, heading) },
    ],
  }
}

export const origin = { rulebookHash: 'rules-1', extractorVersion: '0.1.0', provinceNow: 'Vĩnh Long' }
export const sourceOf = (extraction: Extraction) => ({ path: `/data/${extraction.source.file}`, file: extraction.source.file as string })
