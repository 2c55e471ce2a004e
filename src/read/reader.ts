import type { Page } from '../model/source.js'

/** What a format's reader makes of a file's bytes. */
export interface ReadResult {
  readonly text: string
  readonly encoding: string
  readonly pages: readonly Page[] | null
}

/** Turns bytes into text, throwing a `PipelineError` when it cannot. */
export type Reader = (bytes: Uint8Array, file: string) => Promise<ReadResult>
