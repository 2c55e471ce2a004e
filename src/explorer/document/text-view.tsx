import { memo } from 'preact/compat'
import { useMemo } from 'preact/hooks'
import type { DocumentPage } from '../state/api.js'
import { useWords } from '../state/settings.js'
import { piecesOf } from './pieces.js'
import type { Mark } from './records.js'

interface Props {
  readonly page: DocumentPage
  readonly marks: readonly Mark[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** Signs for programs, which a reader need not see: bold print, and the line that parts a table's head from its rows. */
const marksOfMarkdown = /\*\*|^\|[-:| ]+\n/gm

/** The text as published, with what was read from it marked. A piece that several marks cover answers for the narrowest. */
function Text({ page, marks, chosen, onChoose }: Props) {
  const words = useWords()
  const sections = useMemo(() => new Map(page.sections.map(section => [section.span.start, section.id])), [page])
  const pages = useMemo(() => new Map((page.pages ?? []).map(({ start, number }) => [start, number])), [page])
  const pieces = useMemo(() => piecesOf(page.text.length, marks, [...sections.keys(), ...pages.keys()]), [page, marks, sections, pages])
  const begun = new Set<string>()
  const readable = (text: string): string => (page.source.format === 'markdown' ? text.replace(marksOfMarkdown, '') : text)
  return (
    <div class="text">
      {pieces.map(piece => {
        const words_ = readable(page.text.slice(piece.start, piece.end))
        const section = sections.get(piece.start)
        const number = pages.get(piece.start)
        const inner = piece.marks.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]
        const first = inner !== undefined && !begun.has(inner.id)
        if (inner) begun.add(inner.id)
        return (
          <>
            {number !== undefined && (
              <span class="page-number">
                {words.page} {number}
              </span>
            )}
            {section !== undefined && <span id={`muc-${section}`} class="anchor" />}
            {inner === undefined ? (
              words_
            ) : (
              <a
                id={first ? `ghi-${inner.id}` : undefined}
                href={`#ghi-${inner.id}`}
                tabIndex={first ? 0 : -1}
                title={inner.title}
                class={[...new Set(piece.marks.map(mark => `mark-${mark.kind}`)), ...(piece.marks.some(mark => mark.id === chosen) ? ['chosen'] : [])].join(
                  ' ',
                )}
                onClick={event => {
                  event.preventDefault()
                  onChoose(inner.id)
                }}
              >
                {words_}
              </a>
            )}
          </>
        )
      })}
    </div>
  )
}

export const TextView = memo(Text)
