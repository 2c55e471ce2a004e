import type { Generated } from 'kysely'

export interface RunTable {
  id: string
  command: string
  host: string
  process: number
  started_at: string
  ended_at: string | null
}

export interface RunFileTable {
  id: Generated<number>
  run_id: string
  path: string
  file: string
  outcome: 'stored' | 'replaced' | 'unchanged' | 'failed' | 'skipped' | 'removed'
  code: string | null
  message: string | null
  hint: string | null
  document_id: string | null
  noted_at: string
}
