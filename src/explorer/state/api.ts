import { useEffect, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { Bilingual } from '../../model/bilingual.js'
import type { Problem } from '../../serve/http/problem.js'
import type { comparisonSchema } from '../../serve/schemas/comparison.js'
import type { documentCitationsSchema, documentPageSchema } from '../../serve/schemas/document.js'
import type { draftReportSchema } from '../../serve/schemas/draft.js'
import type { facetsSchema } from '../../serve/schemas/facets.js'
import type { graphSchema } from '../../serve/schemas/graph.js'
import type {
  citationListingSchema,
  documentListingSchema,
  indicatorListingSchema,
  progressSchema,
  searchHitSchema,
  targetListingSchema,
  taskListingSchema,
} from '../../serve/schemas/listings.js'

export type { Finding } from '../../model/audit.js'
export type Comparison = z.infer<typeof comparisonSchema>
export type Target = z.infer<typeof targetListingSchema>
export type Citation = z.infer<typeof citationListingSchema>
export type DocumentRow = z.infer<typeof documentListingSchema>
export type DocumentPage = z.infer<typeof documentPageSchema>
export type DocumentCitations = z.infer<typeof documentCitationsSchema>
export type IndicatorRow = z.infer<typeof indicatorListingSchema>
export type Task = z.infer<typeof taskListingSchema>
export type Progress = z.infer<typeof progressSchema>
export type SearchHit = z.infer<typeof searchHitSchema>
/** A check of the audit with its heading. */
export interface CheckRow {
  readonly id: string
  readonly name: Bilingual
  readonly about: string
}
export type Facets = z.infer<typeof facetsSchema>
export type Graph = z.infer<typeof graphSchema>
export type DraftReport = z.infer<typeof draftReportSchema>

/** A page of a listing. */
export interface Listing<R> {
  readonly items: readonly R[]
  readonly next: number | null
  readonly notes: readonly string[]
}

export type Parameters = Readonly<Record<string, string | number | null | undefined>>

/** The address of something in the API. */
export function apiAddress(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  const text = query.toString()
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`
}

/** What the server says went wrong; `code` is permanent and can be looked up. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title)
  }
}

const unreachable: Problem = { type: 'about:blank', title: 'No answer', status: 0, code: 'E_NO_ANSWER' }

/** Asks the API; throws `ApiError`. */
export async function ask<T>(address: string, init: RequestInit = {}): Promise<T> {
  const fail = (status: number) => (error: unknown) => {
    if ((error as Error).name === 'AbortError') throw error
    throw new ApiError({ ...unreachable, status })
  }
  const response = await fetch(address, { headers: { accept: 'application/json' }, ...init }).catch(fail(0))
  const body: unknown = await response.json().catch(fail(response.status))
  if (!response.ok) throw new ApiError(body as Problem)
  return body as T
}

export type Answer<T> =
  | { readonly state: 'waiting'; readonly last: T | null }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'ready'; readonly data: T }

/** The answer to a question, asked anew when the address changes; null asks nothing. While a new answer is awaited the last one stays. */
export function useApi<T>(address: string | null): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'waiting', last: null })
  useEffect(() => {
    if (address === null) return
    const stop = new AbortController()
    setAnswer(before => ({ state: 'waiting', last: before.state === 'ready' ? before.data : null }))
    ask<T>(address, { signal: stop.signal }).then(
      data => {
        if (!stop.signal.aborted) setAnswer({ state: 'ready', data })
      },
      (error: unknown) => {
        if (stop.signal.aborted) return
        setAnswer({ state: 'failed', problem: error instanceof ApiError ? error.problem : unreachable })
      },
    )
    return () => stop.abort()
  }, [address])
  return answer
}
