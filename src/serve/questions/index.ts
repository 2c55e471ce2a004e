import { comparisonQuestions } from './comparisons.js'
import { documentQuestions } from './documents.js'
import { findingQuestions } from './findings.js'
import { listingQuestions } from './listings.js'
import type { Question } from './question.js'

/** Every question that the API asks of the database; a new one is a row in one of these tables. */
export const questions = { ...listingQuestions, ...comparisonQuestions, ...documentQuestions, ...findingQuestions }

export type QuestionName = keyof typeof questions

/** What is asked, and what is answered. */
export type Asked<N extends QuestionName> = (typeof questions)[N] extends Question<infer A, unknown> ? A : never
export type Answered<N extends QuestionName> = (typeof questions)[N] extends Question<never, infer R> ? R : Awaited<ReturnType<(typeof questions)[N]['answer']>>
