import { isBlank, rightOf, type TextBox } from './text-box.js'

/** Runs on one line whose baselines are nearer than this share of the type. */
const SAME_LINE = 0.2
/** Letters of a fallback font are written right behind the run they were torn from. */
const MOST_BETWEEN = 3

/**
 * Whether letters stand in the midst of a run that does not hold them: a font lacked them, another one drew them, and the run says only that something is there. One such
 * place is enough, for a letter is lost in a word and turns up in another. The same words printed twice, to look bold, are not torn.
 */
export function hasTornRuns(boxes: readonly TextBox[]): boolean {
  const runs = boxes.filter(box => !isBlank(box))
  return runs.some((inner, i) =>
    runs.slice(Math.max(0, i - MOST_BETWEEN), i).some(outer => {
      if (
        inner.order - outer.order > MOST_BETWEEN ||
        Math.abs(outer.y - inner.y) > SAME_LINE * outer.size ||
        inner.width <= 0 ||
        outer.text.includes(inner.text)
      )
        return false
      const [from, to] = [inner.x + 0.2 * inner.width, rightOf(inner) - 0.2 * inner.width]
      return outer.width > 2 * inner.size && from > outer.x && to < rightOf(outer)
    }),
  )
}
