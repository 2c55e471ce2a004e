/** The words that fields of records may hold. They stand apart from the schemas, so that a command that only names them does not load the schema library. */

/** Of diagnostics and findings, the gravest first. */
export const severities = ['error', 'warning', 'info'] as const
export const roles = ['target', 'result', 'context'] as const
export const comparators = ['gte', 'gt', 'lte', 'lt', 'range', 'approx', 'eq'] as const
export const changes = ['increase', 'decrease'] as const
export const deadlineSources = ['statement', 'heading', 'document'] as const
export const recurrences = ['yearly'] as const
export const levels = ['tỉnh', 'huyện', 'xã'] as const
export const dateSources = ['inline', 'list', 'footnote'] as const
export const relations = [
  'căn cứ',
  'dẫn chiếu',
  'sửa đổi',
  'thay thế',
  'bãi bỏ',
  'đính chính',
  'hướng dẫn',
  'hợp nhất',
  'kèm theo',
  'phê duyệt',
  'đề nghị',
] as const

/** What a body does in an item of prose that assigns work; `thực hiện` is everything but the first five. */
export const assignmentRoles = ['chủ trì', 'phối hợp', 'tham mưu', 'hướng dẫn', 'theo dõi', 'thực hiện'] as const
/** What the words around a mention of a body say that it does. */
export const agencyDuties = ['chủ trì', 'phối hợp', 'tham mưu', 'chịu trách nhiệm'] as const
