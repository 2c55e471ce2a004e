import { findingsToHtml } from './findings-html.js'
import type { FindingsWriter } from './findings-report.js'
import { findingsToSarif } from './findings-sarif.js'

/** The table of report formats that only findings have: a new one is a row here. */
export const findingsWriters: Readonly<Record<'sarif' | 'html', FindingsWriter>> = { sarif: findingsToSarif, html: findingsToHtml }
