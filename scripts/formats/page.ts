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

/** The section of the accuracy page. */
export const formatsSection = (figures: readonly FormatFigures[]): string =>
  [
    '## The same records from every format',
    '',
    'Measured by `npm run formats`: LibreOffice puts the five seeds into each format, and the targets (value, unit, comparator, deadline, role, levels) and citations (canonical number, date, type)',
    'of the files are compared with those of the texts. The scan is the printed pages at 200 dpi as pictures. TCVN3 text files have small letters for capitals with tones, as the encoding has.',
    '',
    renderFormats(figures),
  ].join('\n')
