import type { ChildNode, Document, Element, ParentNode } from 'domhandler'

/** What is done on the way through a tree. */
export interface Visitor {
  /** Called before an element's children; `false` leaves them out, and `leave` with them. */
  enter(element: Element): boolean
  leave(element: Element): void
  text(words: string): void
}

export const isElement = (node: ChildNode | ParentNode | null): node is Element => node !== null && 'name' in node && 'attribs' in node

/** Walks a tree in reading order, without recursion: pages are nested thousands of elements deep when tags are left open, or on purpose. */
export function traverse(root: ParentNode, visitor: Visitor): void {
  let node: ChildNode | null = (root.children[0] as ChildNode | undefined) ?? null
  while (node) {
    let down: ChildNode | null = null
    if (node.type === 'text') visitor.text((node as unknown as { data: string }).data)
    else if ('children' in node) {
      if (!isElement(node)) down = (node.children[0] as ChildNode | undefined) ?? null
      else if (visitor.enter(node)) {
        down = (node.children[0] as ChildNode | undefined) ?? null
        if (!down) visitor.leave(node)
      }
    }
    if (down) {
      node = down
      continue
    }
    while (node && !node.next) {
      const parent: ParentNode | null = node.parent
      if (!parent || parent === root) return
      if (isElement(parent)) visitor.leave(parent)
      node = parent as ChildNode
    }
    node = node?.next ?? null
  }
}

/** The elements of a tree in reading order. */
export function elementsOf(root: Document | Element): Element[] {
  const found: Element[] = []
  traverse(root, {
    enter: element => {
      found.push(element)
      return true
    },
    leave: () => {},
    text: () => {},
  })
  return found
}
