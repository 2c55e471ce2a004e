import type { ComponentChildren } from 'preact'
import { ScrollRegion } from './scroll-region.js'

/** A head over words, or over figures, which stand to the right. */
type Head = string | { readonly figure: string }

interface Props {
  /** What the table holds, for those who cannot see it. */
  readonly label: string
  readonly head: readonly Head[]
  /** Its rows. */
  readonly children: ComponentChildren
}

/** A table that scrolls in its own box. */
export function DataTable({ label, head, children }: Props) {
  return (
    <ScrollRegion label={label}>
      <table>
        <thead>
          <tr>
            {head.map(over =>
              typeof over === 'string' ? (
                <th key={over} scope="col">
                  {over}
                </th>
              ) : (
                <th key={over.figure} scope="col" class="figure">
                  {over.figure}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  )
}
