import { expect, test } from 'vitest'
import { prepareRules } from '../../src/rulebook/prepare-rules.js'

const rule = (about: string): string => `kind: patterns
stage: period
about: ${about}
rules: []
`
const bomb = `${rule('x')}a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
`

test.each([
  ['a tag that makes a function', rule('!!js/function "function () { process.exit(9) }"'), 'Unresolved tag'],
  ['a tag that makes an object', rule('!!python/object:os.system "x"'), 'Unresolved tag'],
  ['a tag of its own', rule('!own "x"'), 'Unresolved tag'],
  ['aliases of aliases without end', bomb, 'Excessive alias count'],
  ['a quote that does not end', rule('"x'), 'quote'],
])('%s is no rule', (_, text, reason) => {
  const prepare = () => prepareRules([{ path: 'own.yaml', name: 'own.yaml', text }], [], '')
  expect(prepare).toThrow(expect.objectContaining({ code: 'E_RULES_INVALID', message: expect.stringContaining(reason) }))
})
