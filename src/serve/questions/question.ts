import type { ReadContext } from '../context.js'
import type { Page } from '../http/listing.js'

/**
 * Where questions are answered, so that none waits for one of another kind: `page` for what reads the rows of a page, `whole` for what goes through
 * all documents, `kept` for what is made once of all documents and kept until they change.
 */
export type Lane = 'page' | 'whole' | 'kept'

/** A question of the API: what is asked and what is answered can both cross from thread to thread. */
export interface Question<A, R> {
  readonly lane: Lane
  readonly answer: (context: ReadContext, asked: A) => Promise<R>
}

/** A question with the page of its answer that is wanted. */
export type Paged<A> = A & { readonly page: Page }

/** Puts a question into its lane. */
export const question =
  (lane: Lane) =>
  <A, R>(answer: Question<A, R>['answer']): Question<A, R> => ({ lane, answer })
