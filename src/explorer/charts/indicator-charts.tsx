import { useEffect, useRef, useState } from 'preact/hooks'
import { Waiting } from '../parts/answer.js'
import type { Comparison, Target } from '../state/api.js'
import { useWords } from '../state/settings.js'

interface Props {
  readonly targets: readonly Target[]
  readonly national: Comparison['national']
  readonly onChoose: (id: string) => void
}

type Draw = typeof import('./draw-indicator.js')

/** The plots of one indicator. The plotting library is loaded with the first of them, not with the page. */
export function IndicatorCharts(props: Props) {
  const words = useWords()
  const [draw, setDraw] = useState<Draw | null>(null)
  const levels = useRef<HTMLDivElement>(null)
  const course = useRef<HTMLDivElement>(null)
  useEffect(() => {
    void import('./draw-indicator.js').then(setDraw)
  }, [])
  useEffect(() => {
    if (draw === null || !levels.current || !course.current) return
    levels.current.replaceChildren(draw.drawLevels(props.targets, props.national, levels.current.clientWidth, props.onChoose))
    course.current.replaceChildren(draw.drawCourse(props.targets, props.national, course.current.clientWidth, props.onChoose))
  }, [draw, props.targets, props.national, props.onChoose])
  return (
    <div class="charts">
      <figure>
        <figcaption>
          {words.distribution} <small>{props.national.length > 0 && words.nationalLine}</small>
        </figcaption>
        {draw === null && <Waiting />}
        <div ref={levels} />
      </figure>
      <figure>
        <figcaption>
          {words.course} <small>{props.national.length > 0 && words.nationalCross}</small>
        </figcaption>
        <div ref={course} />
      </figure>
    </div>
  )
}
