import { type Document, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { PipelineError } from '../../model/errors.js'
import type { ReadLimits } from '../limits.js'

/** Old pages leave tags open, one a paragraph; deeper than this times the limit the parser's own stack makes reading quadratic. */
const OPEN_TAGS = 10

/** Parses HTML into a tree with the places of its elements. Throws `E_READ_TOO_DEEP`. */
export function parsePage(html: string, file: string, limits: ReadLimits): Document {
  const tree = new DomHandler(undefined, { withStartIndices: true, withEndIndices: true })
  const limit = limits.maxNesting * OPEN_TAGS
  const open = tree.onopentag.bind(tree)
  const close = tree.onclosetag.bind(tree)
  let depth = 0
  tree.onopentag = (name, attribs) => {
    if (++depth > limit) throw new PipelineError('E_READ_TOO_DEEP', { file, limit: String(limit) })
    open(name, attribs)
  }
  tree.onclosetag = () => {
    depth--
    close()
  }
  new Parser(tree).end(html)
  return tree.root
}
