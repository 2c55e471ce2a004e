import { formatFigure, formatTime } from '../format/values.js'
import type { Target } from '../state/api.js'
import { placeAddress } from '../state/location.js'
import { useWords } from '../state/settings.js'

/** A target with its sentence, its source and the national level beside it. */
export function TargetCard({ target }: { readonly target: Target }) {
  const words = useWords()
  const verdict = target.nationalVerdict
  return (
    <article class="card">
      <header>
        <strong class="kind-target">{formatFigure(target)}</strong>
        {target.hedged && <span class="tag">{words.strive}</span>}
        {target.deadline && <span class="tag kind-deadline">{formatTime(target.deadline)}</span>}
        {target.levels && <span class="tag">{target.levels.join(', ')}</span>}
      </header>
      <blockquote>{target.statementText}</blockquote>
      <p class="quiet">
        {[target.document, target.province, target.section && `${words.section} ${target.section}`].filter(Boolean).join(' · ')} · {words.rule}{' '}
        <code>{target.rule}</code>
      </p>
      {verdict && (
        <p class={`verdict verdict-${verdict}`}>
          {words[verdict]}: {target.nationalDocument}, {formatTime(target.nationalDeadline)}. “{target.nationalQuote}”
        </p>
      )}
      <p>
        <a href={placeAddress(target.documentId, target.span)}>{words.openInDocument}</a>
      </p>
    </article>
  )
}
