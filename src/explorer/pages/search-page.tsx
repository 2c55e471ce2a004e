import { Answered } from '../parts/answer.js'
import { usePageTitle } from '../parts/page-title.js'
import { apiAddress, type Listing, type SearchHit, useApi } from '../state/api.js'
import { placeAddress, refine } from '../state/location.js'
import { useWords } from '../state/settings.js'

/** The words around a hit with the hit itself marked; the snippet holds the quote on one line. */
function Snippet({ hit }: { readonly hit: SearchHit }) {
  const quote = hit.quote.replace(/\s+/g, ' ')
  const at = hit.snippet.indexOf(quote)
  if (at < 0) return <>{hit.snippet}</>
  return (
    <>
      {hit.snippet.slice(0, at)}
      <mark>{quote}</mark>
      {hit.snippet.slice(at + quote.length)}
    </>
  )
}

/** Full text search that follows each letter. */
export function SearchPage({ query }: { readonly query: URLSearchParams }) {
  const words = useWords()
  const asked = query.get('q') ?? ''
  usePageTitle(`${words.search}: ${asked}`)
  const answer = useApi<Listing<SearchHit>>(asked.trim() === '' ? null : apiAddress('/search', { q: asked, limit: 50 }))
  return (
    <section class="reading">
      <h1>{words.search}</h1>
      <input
        class="wide"
        type="search"
        value={asked}
        aria-label={words.search}
        placeholder={words.searchPlaceholder}
        onInput={event => refine({ q: event.currentTarget.value }, true)}
      />
      {asked.trim() !== '' && (
        <Answered answer={answer} isEmpty={data => data.items.length === 0}>
          {data => (
            <>
              <p class="quiet" role="status">
                {data.items.length}
                {data.next !== null && '+'} {words.hits}
              </p>
              <ol class="hits">
                {data.items.map(hit => (
                  <li key={`${hit.documentId}-${hit.span.start}`}>
                    <a href={placeAddress(hit.documentId, hit.span)}>{[hit.document ?? hit.documentId, hit.province].filter(Boolean).join(' · ')}</a>
                    <p>
                      <Snippet hit={hit} />
                    </p>
                    {hit.section && (
                      <small>
                        {words.section} {hit.section}
                      </small>
                    )}
                  </li>
                ))}
              </ol>
            </>
          )}
        </Answered>
      )}
    </section>
  )
}
