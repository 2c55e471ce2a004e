import { describe, expect, it } from 'vitest'
import { runAudit } from '../../../src/audit/run-audit.js'
import { assembleRulebook } from '../../../src/rulebook/assemble-rulebook.js'
import { prepareRules } from '../../../src/rulebook/prepare-rules.js'
import { ownRulesDirectory, readRuleSources } from '../../../src/rulebook/rule-sources.js'
import { decision, documentOf } from '../audit-text.js'

const check = 'citation.unknown'
const registry = `kind: registry
about: A series that a user listed without a gap.
covers: [{ symbol: QĐ-BXX, year: 2021 }]
entries:
  - { canonical: 5/QĐ-BXX, type: Quyết định, issuer: null, date: 2021-03-01, title: null, effectiveDate: null, status: unknown, statusBasis: null, confidence: confirmed, source: own list }
`
const rules = assembleRulebook(
  prepareRules(readRuleSources(ownRulesDirectory), [{ path: 'own-registry.yaml', name: 'own-registry.yaml', text: registry }], 'test'),
)
const messages = (body: string): string[] => runAudit({ documents: [documentOf('1', decision(body))] }, rules, { checks: [check] }).map(found => found.message)

describe(check, () => {
  it('speaks only of a series that a registry file covers', () => {
    expect(messages('theo Quyết định số 7/QĐ-BXX ngày 02/4/2021; Quyết định số 7/QĐ-BYY ngày 02/4/2021.')).toEqual([
      '7/QĐ-BXX is not among the registered numbers of QĐ-BXX in 2021.',
    ])
  })

  it.each(['theo Quyết định số 5/QĐ-BXX ngày 01/3/2021.', 'theo Quyết định số 7/QĐ-BXX ngày 02/4/2020.', 'theo Quyết định số 7/QĐ-BXX.'])(
    'is silent on %s',
    body => {
      expect(messages(body)).toEqual([])
    },
  )
})
