import { axisX, dot, gridX, gridY, lineY, plot, pointer, ruleX, ruleY, tip } from '@observablehq/plot'
import { formatFigure, formatNumber, formatTime, yearOf } from '../format/values.js'
import type { Comparison, Target } from '../state/api.js'

type National = Comparison['national']

interface Mark {
  readonly id: string
  readonly province: string
  readonly value: number
  readonly year: number | null
  readonly label: string
}

/** The unit that most figures have: figures of other units do not stand on the same axis. */
function mainUnit(targets: readonly Target[]): string | null {
  const counts = new Map<string, number>()
  for (const { unit } of targets) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function marksOf(targets: readonly Target[]): Mark[] {
  const unit = mainUnit(targets)
  return targets
    .filter(target => target.unit === unit)
    .map(target => ({
      id: target.id,
      province: target.province ?? '',
      value: target.value,
      year: yearOf(target.deadline),
      label: [`${target.province}: ${formatFigure(target)}`, formatTime(target.deadline), target.levels?.join(', '), target.document]
        .filter(Boolean)
        .join('\n'),
    }))
}

/** Makes every dot a thing that mouse and keyboard can choose. Plot draws the dots of one mark in the order of its data, less what has no place. */
function makeChoosable(figure: Element, marks: readonly Mark[], onChoose: (id: string) => void): void {
  const circles = figure.querySelectorAll('g[aria-label="dot"] circle')
  // The library labels groups that have no role; the dots say what there is to say.
  for (const group of figure.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  circles.forEach((circle, i) => {
    const mark = marks[i]
    if (!mark) return
    circle.setAttribute('tabindex', '0')
    circle.setAttribute('role', 'button')
    circle.setAttribute('aria-label', mark.label.replace(/\n/g, ', '))
    circle.classList.add('choosable')
    circle.addEventListener('click', () => onChoose(mark.id))
    circle.addEventListener('keydown', event => {
      if ((event as KeyboardEvent).key === 'Enter' || (event as KeyboardEvent).key === ' ') {
        event.preventDefault()
        onChoose(mark.id)
      }
    })
  })
}

/** Few distinct values are their own ticks: an axis of one value has no scale to cut evenly. */
function ticksOf(marks: readonly Mark[]): number | number[] {
  const values = [...new Set(marks.map(mark => mark.value))]
  return values.length <= 3 ? values : 6
}

const nationalOf = (national: National, unit: string | null): National => national.filter(n => n.unit === unit)
/** A dot a target, a line a province; the national levels are lines across. */
export function drawLevels(targets: readonly Target[], national: National, width: number, onChoose: (id: string) => void): Element {
  const marks = marksOf(targets)
  const provinces = [...new Set(marks.map(mark => mark.province))]
  const figure = plot({
    className: 'plot',
    width,
    height: 70 + 26 * provinces.length,
    marginLeft: Math.min(160, width * 0.35),
    x: { tickFormat: formatNumber, label: null, nice: true },
    y: { domain: provinces, label: null },
    marks: [
      gridX({ ticks: ticksOf(marks) }),
      axisX({ anchor: 'top', ticks: ticksOf(marks), tickFormat: formatNumber, label: null }),
      ruleY(provinces, { strokeOpacity: 0.15 }),
      ruleX(
        nationalOf(national, mainUnit(targets)).map(n => n.value),
        { className: 'national', strokeDasharray: '5 3', strokeWidth: 1.5 },
      ),
      dot(marks, { x: 'value', y: 'province', r: 6, fill: 'currentColor', className: 'target-dot', ariaLabel: 'dot' }),
      tip(marks, pointer({ x: 'value', y: 'province', title: 'label' })),
    ],
  })
  makeChoosable(figure, marks, onChoose)
  return figure
}

/** What each province sets for which year; dots of a province are joined. */
export function drawCourse(targets: readonly Target[], national: National, width: number, onChoose: (id: string) => void): Element {
  const marks = marksOf(targets).filter(mark => mark.year !== null)
  const lines = marks.toSorted((a, b) => (a.year as number) - (b.year as number))
  const figure = plot({
    className: 'plot',
    width,
    height: 280,
    marginLeft: 56,
    x: { tickFormat: (year: number) => String(year), label: null, ticks: [...new Set(marks.map(mark => mark.year as number))] },
    y: { tickFormat: formatNumber, label: null, nice: true, ticks: ticksOf(marks) },
    marks: [
      gridY({ ticks: ticksOf(marks) }),
      lineY(lines, { x: 'year', y: 'value', z: 'province', strokeOpacity: 0.35, stroke: 'currentColor' }),
      dot(
        nationalOf(national, mainUnit(targets)).map(n => ({ year: yearOf(n.deadline), value: n.value })),
        { x: 'year', y: 'value', symbol: 'times', r: 6, className: 'national', ariaLabel: 'national' },
      ),
      dot(marks, { x: 'year', y: 'value', r: 5, fill: 'currentColor', className: 'target-dot', ariaLabel: 'dot' }),
      tip(marks, pointer({ x: 'year', y: 'value', title: 'label' })),
    ],
  })
  makeChoosable(figure, marks, onChoose)
  return figure
}
