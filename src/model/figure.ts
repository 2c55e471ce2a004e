/** The sign of a comparator before a figure: `≥ 80 %`. */
const comparatorSigns: Readonly<Record<string, string>> = { gte: '≥ ', gt: '> ', lte: '≤ ', lt: '< ', approx: '≈ ', eq: '', range: '' }

/** The sign of a change before a figure: `↓ ≥ 10 %`. */
const changeSigns: Readonly<Record<string, string>> = { increase: '↑ ', decrease: '↓ ' }

/** The parts of a target that its figure is written from. */
export interface Figure {
  readonly value: number
  readonly valueMax: number | null
  readonly unit: string
  readonly unitNoun: string | null
  readonly denominator: number | null
  readonly comparator: string
  readonly change: string | null
}

/** What stands before a figure: its change and its comparator. */
export const figureSigns = ({ change, comparator }: Pick<Figure, 'change' | 'comparator'>): string =>
  `${change === null ? '' : (changeSigns[change] ?? '')}${comparatorSigns[comparator] ?? ''}`
