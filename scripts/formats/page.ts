import { type Counts, type FormatFigures, shareEqual } from './measure.js'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const counts = ({ equal, lost, extra }: Counts): string => `${equal} / ${lost} / ${extra}`

/** The table of formats, as the accuracy page and the command print it. */
export function renderFormats(figures: readonly FormatFigures[]): string {
  return [
    '| format | read by | targets equal / lost / extra | citations equal / lost / extra | equal | at least |',
    '|---|---|---:|---:|---:|---:|',
    ...figures.map(
      f => `| ${f.label} | ${f.readers.join(', ')} | ${counts(f.targets)} | ${counts(f.citations)} | ${percent(shareEqual(f))} | ${percent(f.threshold)} |`,
    ),
    '',
  ].join('\n')
}
