import type { ComponentChildren } from 'preact'

interface Props {
  readonly label: string
  readonly class?: string
  readonly children: ComponentChildren
}

/** A box that scrolls when what it holds is wider than the screen: it takes the focus so that the keyboard can scroll it too (WCAG 2.1.1). */
export function ScrollRegion({ label, class: name = 'scroll', children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <section class={name} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
