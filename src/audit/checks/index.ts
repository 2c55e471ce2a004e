import type { Check } from '../check.js'
import { belowNational } from './below-national.js'
import { dateConflict } from './date-conflict.js'
import { duplicateNumber } from './duplicate-number.js'
import { futureDate } from './future-date.js'
import { incompleteFirst } from './incomplete-first.js'
import { invalidDate } from './invalid-date.js'
import { issuerAbolished } from './issuer-abolished.js'
import { issuerMismatch } from './issuer-mismatch.js'
import { malformedSymbol } from './malformed-symbol.js'
import { misprint } from './misprint.js'
import { missingSymbol } from './missing-symbol.js'
import { numberConflict } from './number-conflict.js'
import { numberingGap } from './numbering-gap.js'
import { outOfSequence } from './out-of-sequence.js'
import { provenanceMismatch } from './provenance-mismatch.js'
import { ratioMismatch } from './ratio-mismatch.js'
import { recitalUnused } from './recital-unused.js'
import { registryMismatch } from './registry-mismatch.js'
import { repealed } from './repealed.js'
import { targetConflict } from './target-conflict.js'
import { termMismatch } from './term-mismatch.js'
import { typeSymbolMismatch } from './type-symbol-mismatch.js'
import { unknown } from './unknown.js'
import { unresolvedSelf } from './unresolved-self.js'
import { yearMismatch } from './year-mismatch.js'

/** The table of checks: a new one is a file here, a row, and a line in `src/audit/README.md`. Order is that of findings at one place. */
export const checks: readonly Check[] = [
  dateConflict,
  futureDate,
  yearMismatch,
  termMismatch,
  typeSymbolMismatch,
  issuerMismatch,
  malformedSymbol,
  missingSymbol,
  invalidDate,
  numberConflict,
  outOfSequence,
  registryMismatch,
  unknown,
  repealed,
  issuerAbolished,
  unresolvedSelf,
  incompleteFirst,
  recitalUnused,
  numberingGap,
  duplicateNumber,
  targetConflict,
  ratioMismatch,
  belowNational,
  misprint,
  provenanceMismatch,
]
