import type { ComponentChildren } from 'preact'
import type { Problem } from '../../serve/http/problem.js'
import type { Answer } from '../state/api.js'
import { useLanguage, useWords } from '../state/settings.js'
import { problems } from '../words/problems-vi.js'

/** What stands where an answer is awaited: the shape of what will come. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const words = useWords()
  return (
    <div class="waiting" role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, i) => (
        <span key={i} class="waiting-row" />
      ))}
    </div>
  )
}

/** What went wrong, with the permanent code and what to do. */
export function Failure({ problem }: { readonly problem: Problem }) {
  const words = useWords()
  const known = useLanguage() === 'vi' ? (problems[problem.code ?? ''] ?? problems[problem.status]) : undefined
  return (
    <div class="failure" role="alert">
      <p>
        <strong>{words.failed}</strong> {problem.code && <code>{problem.code}</code>}
      </p>
      <p>{known ?? problem.detail ?? problem.title}</p>
      {!known && problem.hint && <p class="quiet">{problem.hint}</p>}
      {problem.status !== 404 && (
        <button type="button" onClick={() => location.reload()}>
          {words.retry}
        </button>
      )}
    </div>
  )
}

/** Why nothing is shown, and what to do about it. */
function Empty() {
  const words = useWords()
  return (
    <div class="empty">
      <p>{words.empty}</p>
      <p class="quiet">{words.emptyHint}</p>
    </div>
  )
}

interface Props<T> {
  readonly answer: Answer<T>
  readonly isEmpty?: (data: T) => boolean
  readonly children: (data: T) => ComponentChildren
}

/** An answer in each of its states. While a new one is awaited the last one stays, dimmed. */
export function Answered<T>({ answer, isEmpty, children }: Props<T>) {
  if (answer.state === 'failed') return <Failure problem={answer.problem} />
  const data = answer.state === 'ready' ? answer.data : answer.last
  if (data === null) return <Waiting />
  if (isEmpty?.(data)) return <Empty />
  return <div class={answer.state === 'waiting' ? 'stale' : undefined}>{children(data)}</div>
}
