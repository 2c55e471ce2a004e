import { foldedWords } from '../store/folded-words.js'

/** A body of the gazetteer, as far as questions need it. */
export interface Body {
  readonly id: string
  readonly name: string
  readonly forms: readonly string[]
  /** Last day it stood, absent while it stands. */
  readonly until?: string | undefined
  readonly successors: readonly string[]
}

/** The bodies a question about one body is about, and what the asker should know of them. */
export interface AgencyFilter {
  /** The name as asked, folded. */
  readonly asked: string
  /** The body itself and those whose work it took over, at all times. */
  readonly bodies: readonly Body[]
  /** The bodies that took over its work, each from the day after the asked one ended. */
  readonly later: readonly { readonly body: Body; readonly after: string }[]
  /** One sentence for each change that widened the question. */
  readonly notes: readonly string[]
}

const isNamed = (body: Body, asked: string): boolean => [body.name, ...body.forms].some(name => foldedWords(name) === asked)

/** The bodies that went into one of these, directly or by way of another. */
function predecessorsOf(bodies: readonly Body[], heirs: readonly Body[]): Body[] {
  const ids = new Set(heirs.map(body => body.id))
  for (let size = -1; size !== ids.size; ) {
    size = ids.size
    for (const body of bodies) if (body.successors.some(id => ids.has(id))) ids.add(body.id)
  }
  return bodies.filter(body => ids.has(body.id) && !heirs.includes(body))
}

/** A body named in a question by its name or any of its forms: itself, what went into it, and what it went into. */
export function agencyFilter(bodies: readonly Body[], name: string): AgencyFilter {
  const asked = foldedWords(name)
  const named = bodies.filter(body => isNamed(body, asked))
  const earlier = predecessorsOf(bodies, named)
  const later = named.flatMap(({ until, successors }) =>
    until === undefined ? [] : bodies.filter(body => successors.includes(body.id)).map(body => ({ body, after: until })),
  )
  const own = named[0]?.name ?? name
  const notes = [
    ...earlier.map(
      body => `${own} took over work of ${body.name}${body.until === undefined ? '' : `, which ended on ${body.until}`}: its tasks are listed too.`,
    ),
    ...later.map(({ body, after }) => `${own} ended on ${after} and went into ${body.name}: tasks of ${body.name} after that day are listed too.`),
  ]
  return { asked, bodies: [...named, ...earlier], later, notes }
}
