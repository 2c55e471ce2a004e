import { PipelineError } from '../model/errors.js'
import { systemReason } from '../model/system-reason.js'

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/** That the process may open no further file, as a coded error; null for any other error. */
export function outOfFiles(error: unknown): PipelineError | null {
  const code = codeOf(error)
  return code === 'EMFILE' || code === 'ENFILE' ? new PipelineError('E_SYSTEM_FILES', { code }, { cause: error }) : null
}

/** Why a file cannot be read, as a coded error. That the process may open no further file is no fault of this one: `E_SYSTEM_FILES`. */
export function readFault(error: unknown, file: string): PipelineError {
  if (error instanceof PipelineError) return error
  const noFiles = outOfFiles(error)
  if (noFiles) return noFiles
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new PipelineError('E_READ_MISSING', { file }, { cause: error })
  if (code === 'EISDIR') return new PipelineError('E_READ_FOLDER', { file }, { cause: error })
  return new PipelineError('E_READ_DENIED', { file, reason: systemReason(error) }, { cause: error })
}

/** Whether an error would meet every further file too, so that a batch must stop. */
export const isOutOfFiles = (error: unknown): boolean => error instanceof PipelineError && error.code === 'E_SYSTEM_FILES'
